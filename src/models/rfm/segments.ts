import type { Text } from '../../i18n/index.ts';
import { codeBits, type EightClasses, type EightCode, eightCodes, NO_CLASS } from './classes.ts';
import { type MapRow, mapSegments } from './map.ts';
import { segmentMaps } from './maps.ts';
import type { Rfm } from './model.ts';
import { nameFamilies, nameWritten, storedName } from './names.ts';
import type { RfmSettings } from './settings.ts';

/** One of the segments that customers are told apart by. */
export interface RfmSegment {
  /** The bits of a class, else what the column holds for the name: several rows of a map may share one. */
  readonly id: string;
  readonly name: Text;
  /** The bits where it is one of the eight classes. */
  readonly code: EightCode | null;
}

export interface RfmSegments {
  readonly segments: readonly RfmSegment[];
  /** By row: the place in `segments`, counted from 1; 0 = never bought, or scores that the map leaves out. */
  readonly places: Uint8Array<ArrayBuffer>;
}

/** The rows of the map that is chosen; null where the eight classes are. */
export function chosenRows({ segments }: Pick<RfmSettings, 'segments'>): readonly MapRow[] | null {
  if (segments.by === 'classes') return null;
  if (segments.by === 'map') return segmentMaps.find(({ id }) => id === segments.map)!.rows;
  return segments.rows.map(({ name, ...ranges }) => ({ name: nameWritten(name), ...ranges }));
}

/** The names of the eight classes under the settings. */
export function classNames({ names }: Pick<RfmSettings, 'names'>): Readonly<Record<EightCode, Text>> {
  if (typeof names === 'string') return nameFamilies.find(({ id }) => id === names)!.names;
  const own = eightCodes.map((code): [string, Text] => [code, nameWritten(names[code])]);
  return Object.fromEntries(own) as Record<EightCode, Text>;
}

/** Everybody's segment: by the map that is chosen, else by the eight classes. */
export function rfmSegments({ scores, classes }: Rfm, settings: RfmSettings): RfmSegments {
  const rows = chosenRows(settings);
  if (!rows) return classSegments(classes, classNames(settings));
  const segments: RfmSegment[] = [];
  const placeOf = rows.map(({ name }) => {
    const id = storedName(name);
    if (!segments.some(each => each.id === id)) segments.push({ id, name, code: null });
    return segments.findIndex(each => each.id === id) + 1;
  });
  const matched = mapSegments(rows, {
    r: scores.recency.scores,
    f: scores.frequency.scores,
    m: scores.monetary.scores,
  });
  return { segments, places: matched.map(at => placeOf[at - 1] ?? 0) };
}

/** The eight classes as segments, key ones first. */
export function classSegments(
  { codes }: Pick<EightClasses, 'codes'>,
  names: Readonly<Record<EightCode, Text>>,
): RfmSegments {
  const segments = eightCodes.map(code => ({ id: code, name: names[code], code }));
  const places = Uint8Array.from(codes, code =>
    code === NO_CLASS ? 0 : eightCodes.indexOf(codeBits(code)) + 1,
  );
  return { segments, places };
}

/** Customers and money of a segment. */
export interface SegmentSummary extends RfmSegment {
  readonly customers: number;
  /** Of all who bought. */
  readonly share: number;
  /** Minor units. */
  readonly revenue: number;
}

/** What each segment holds, in their order, and last what no row of the map catches (place 0). */
export function segmentSummaries(
  { segments, places }: RfmSegments,
  bought: (row: number) => boolean,
  revenue: Float64Array,
): { readonly segments: readonly SegmentSummary[]; readonly others: Omit<SegmentSummary, keyof RfmSegment> } {
  const customers = new Uint32Array(segments.length + 1);
  const money = new Float64Array(segments.length + 1);
  let total = 0;
  for (let row = 0; row < places.length; row++) {
    if (!bought(row)) continue;
    customers[places[row]!]!++;
    money[places[row]!]! += revenue[row] || 0;
    total++;
  }
  const numbers = (place: number) => ({
    customers: customers[place]!,
    share: total > 0 ? customers[place]! / total : 0,
    revenue: money[place]!,
  });
  return { segments: segments.map((each, at) => ({ ...each, ...numbers(at + 1) })), others: numbers(0) };
}
