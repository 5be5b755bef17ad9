import { type SegmentNameId, segmentName } from '../../domain/index.ts';
import type { MapRow, ScoreRange, SegmentMap } from './map.ts';

type Ranges = Partial<Record<'r' | 'f' | 'm' | 'fm', ScoreRange>>;

function rows(...each: readonly (readonly [SegmentNameId, Ranges])[]): MapRow[] {
  return each.map(([id, ranges]) => ({ name: segmentName(id), ...ranges }));
}

/** The maps that come with the product, to be used as they are or edited; the first is the usual one. */
export const segmentMaps: readonly SegmentMap[] = [
  {
    id: 'ten',
    name: { en: '10 classes over R and F', zh: '十类（R × F）' },
    rows: rows(
      ['champions', { r: [5, 5], f: [4, 5] }],
      ['loyal', { r: [3, 4], f: [4, 5] }],
      ['potentialLoyal', { r: [4, 5], f: [2, 3] }],
      ['new', { r: [5, 5], f: [1, 1] }],
      ['promising', { r: [4, 4], f: [1, 1] }],
      ['attention', { r: [3, 3], f: [3, 3] }],
      ['sleep', { r: [3, 3], f: [1, 2] }],
      ['cannotLose', { r: [1, 2], f: [5, 5] }],
      ['risk', { r: [1, 2], f: [3, 4] }],
      ['hibernating', { r: [1, 2], f: [1, 2] }],
    ),
  },
  {
    id: 'eleven',
    name: { en: '11 classes over R and the mean of F and M', zh: '十一类（R × F、M 均分）' },
    rows: rows(
      ['champions', { r: [4, 5], fm: [4, 5] }],
      ['cannotLose', { r: [1, 1], fm: [4, 5] }],
      ['loyal', { r: [3, 5], fm: [4, 5] }],
      ['potentialLoyal', { r: [4, 5], fm: [2, 3] }],
      ['new', { r: [5, 5], fm: [1, 1] }],
      ['promising', { r: [4, 4], fm: [1, 1] }],
      ['attention', { r: [3, 3], fm: [3, 3] }],
      ['sleep', { r: [3, 3], fm: [1, 2] }],
      ['risk', { r: [1, 2], fm: [3, 5] }],
      ['lost', { r: [1, 1], fm: [1, 1] }],
      ['hibernating', { r: [1, 2], fm: [1, 2] }],
    ),
  },
  {
    id: 'tenThree',
    name: { en: '10 classes over R, F and M (R package rfm)', zh: '十类（R × F × M，R 包 rfm）' },
    rows: rows(
      ['champions', { r: [5, 5], f: [5, 5], m: [5, 5] }],
      ['potentialLoyal', { r: [3, 5], f: [3, 5], m: [2, 5] }],
      ['loyal', { r: [2, 4], f: [2, 4], m: [2, 4] }],
      ['promising', { r: [3, 4], f: [1, 3], m: [3, 5] }],
      ['new', { r: [4, 5], f: [1, 3], m: [1, 5] }],
      ['cannotLose', { r: [1, 2], f: [3, 4], m: [4, 5] }],
      ['risk', { r: [1, 2], f: [2, 5], m: [4, 5] }],
      ['attention', { r: [1, 3], f: [3, 5], m: [3, 5] }],
      ['sleep', { r: [2, 3], f: [1, 3], m: [1, 4] }],
      ['lost', { r: [1, 1], f: [1, 5], m: [1, 5] }],
    ),
  },
];
