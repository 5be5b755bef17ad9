import { fieldOf, type SegmentNameId, segmentName, segmentNames, valueId } from '../../domain/index.ts';
import type { Text } from '../../i18n/index.ts';
import { type EightCode, eightCodes, type NameFamily } from './classes.ts';

/** The families of names in use; the first is the usual one. A name alone says little: 唤回 is 001 here, 011 there. */
export const nameFamilies: readonly NameFamily[] = [
  {
    id: 'classic',
    name: { en: 'Classic: key and general', zh: '经典：重要 / 一般' },
    names: named({
      '111': 'keyValue',
      '101': 'keyDevelop',
      '011': 'keyKeep',
      '001': 'keyRescue',
      '110': 'generalValue',
      '100': 'generalDevelop',
      '010': 'generalKeep',
      '000': 'generalRescue',
    }),
  },
  {
    id: 'audience',
    name: { en: 'Audience platforms', zh: '人群平台' },
    names: named({
      '111': 'highValue',
      '101': 'priorityDevelop',
      '011': 'priorityKeep',
      '001': 'priorityRescue',
      '110': 'generalValue',
      '100': 'generalDevelop',
      '010': 'generalKeep',
      '000': 'latent',
    }),
  },
  {
    id: 'recall',
    name: { en: 'Recall and deepen', zh: '唤回 / 深耕' },
    names: named({
      '111': 'keyValue',
      '101': 'keyDeepen',
      '011': 'keyRecall',
      '001': 'keyRescue',
      '110': 'potential',
      '100': 'new',
      '010': 'generalMaintain',
      '000': 'lost',
    }),
  },
  {
    id: 'frequency',
    name: { en: 'Deepen frequency, recall spenders', zh: '频次深耕 / 高消费唤回' },
    names: named({
      '111': 'keyValue',
      '101': 'deepenFrequency',
      '011': 'keyLeaving',
      '001': 'recallSpender',
      '110': 'spendingPotential',
      '100': 'new',
      '010': 'general',
      '000': 'lost',
    }),
  },
  {
    id: 'recallClassic',
    name: { en: 'Classic, with recall', zh: '经典（含唤回）' },
    names: named({
      '111': 'keyValue',
      '101': 'keyDevelop',
      '011': 'keyRecall',
      '001': 'keyRescue',
      '110': 'generalValue',
      '100': 'generalDevelop',
      '010': 'generalKeep',
      '000': 'generalRescue',
    }),
  },
  {
    id: 'mixed',
    name: { en: 'Mixed, with new and lost', zh: '混合（含新客与流失）' },
    names: named({
      '111': 'keyValue',
      '101': 'keyDevelop',
      '011': 'keyCallBack',
      '001': 'keyWinBack',
      '110': 'generalValue',
      '100': 'newReturned',
      '010': 'potential',
      '000': 'lost',
    }),
  },
];

function named(ids: Readonly<Record<EightCode, SegmentNameId>>): Readonly<Record<EightCode, Text>> {
  const names = eightCodes.map((code): [string, Text] => [code, segmentName(ids[code])]);
  return Object.fromEntries(names) as Record<EightCode, Text>;
}

const field = fieldOf('customer', 'rfmSegment');

/** A name as somebody wrote it: in both languages where it is one in use, else the same in both. */
export function nameWritten(text: string): Text {
  const id = valueId(field, text);
  const known = segmentNames.find(each => each.id === id);
  return known ? { en: known.en, zh: known.zh } : { en: text, zh: text };
}

/** What the column of segments holds for a name. */
export function storedName({ zh }: Text): string {
  return segmentNames.find(each => each.zh === zh)?.id ?? zh;
}
