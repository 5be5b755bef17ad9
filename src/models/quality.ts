import {
  Bits,
  type CodedColumn,
  columnFields,
  type Day,
  type Frame,
  type NumericColumn,
  regionOf,
} from '../domain/index.ts';

/** The base as a check of its quality sees it; the lists are by row, '' and empty where nothing is known. */
export interface QualityInput {
  readonly frame: Frame;
  readonly texts: Readonly<Record<'name' | 'company' | 'title', readonly string[]>>;
  readonly contacts: Readonly<Record<'email' | 'phone', readonly (readonly string[])[]>>;
  /** The day on which each record was last changed, NaN where it is not known. */
  readonly changed: Float64Array;
  readonly asOf: Day;
}

/** Which customers something is wrong with; `field` = id of the field to mend, '' where it is not one. */
export interface QualityIssue {
  readonly id: string;
  readonly group: 'missing' | 'unmapped' | 'conflict' | 'stale';
  readonly field: string;
  readonly rows: Bits;
}

/** How far a key field is filled, among the customers whom it fits. */
export interface Completeness {
  readonly field: string;
  readonly known: number;
  readonly total: number;
  readonly missing: Bits;
}

/** What should be known of everybody, unless the user says otherwise. */
export const usualKeyFields: readonly string[] = [
  'name',
  'phone',
  'email',
  'company',
  'industry',
  'province',
];

const ofCompanies = new Set(['company', 'title', 'industry', 'size']);
const ofPersons = new Set(['gender', 'birthday', 'income']);

/** What is needed to say what a record lacks: its kind, and whether a field has a value. */
export interface KnownFields {
  readonly isCompany: boolean;
  known(field: string): boolean;
}

/** The key fields that a record lacks. A person has no industry, a company no birthday. */
export function missingFields(record: KnownFields, keyFields: readonly string[]): string[] {
  return keyFields.filter(field => fits(field, record.isCompany) && !record.known(field));
}

function fits(field: string, isCompany: boolean): boolean {
  return isCompany ? !ofPersons.has(field) : !ofCompanies.has(field);
}

/** How complete each key field is. */
export function completenessOf(input: QualityInput, keyFields: readonly string[]): Completeness[] {
  const isCompany = companies(input);
  return keyFields.map(field => {
    const known = knownIn(input, field);
    const fitting = Bits.from(input.frame.size, row => fits(field, isCompany(row)));
    const missing = Bits.from(input.frame.size, row => fitting.has(row) && !known(row));
    const total = fitting.count();
    return { field, known: total - missing.count(), total, missing };
  });
}

/** After so many days without a change, an order or a contact a record is stale. */
export const STALE_DAYS = 730;
/** The age in years above which a birthday is a mistake. */
const OLDEST = 110;
/** From so many names on, a contact is nobody's own. */
const SHARED = 2;

type Check = Omit<QualityIssue, 'rows'> & { find(input: QualityInput): (row: number) => boolean };

const checks: readonly Check[] = [
  {
    id: 'unreachable',
    group: 'missing',
    field: '',
    find:
      ({ contacts }) =>
      row =>
        contacts.email[row]!.length + contacts.phone[row]!.length === 0,
  },
  { id: 'sharedEmail', group: 'conflict', field: 'email', find: input => sharing(input, 'email') },
  { id: 'sharedPhone', group: 'conflict', field: 'phone', find: input => sharing(input, 'phone') },
  {
    id: 'regionOfProvince',
    group: 'conflict',
    field: 'region',
    find({ frame }) {
      const [region, province] = [coded(frame, 'region'), coded(frame, 'province')];
      if (!region || !province) return () => false;
      const expected = province.dictionary.values.map(regionOf);
      return row => {
        const should = expected[province.codes[row]!]!;
        return (
          should !== '' && region.codes[row] !== 0 && region.dictionary.values[region.codes[row]!] !== should
        );
      };
    },
  },
  {
    id: 'birthday',
    group: 'conflict',
    field: 'birthday',
    find({ frame, asOf }) {
      const birthday = numeric(frame, 'birthday');
      return row => {
        const day = birthday?.values[row] ?? Number.NaN;
        return day > asOf || day < asOf - OLDEST * 365.25;
      };
    },
  },
  {
    id: 'joinedAfterOrder',
    group: 'conflict',
    field: 'joined',
    find({ frame }) {
      const joined = numeric(frame, 'joined');
      const { offsets, day } = frame.orders;
      return row =>
        offsets[row]! < offsets[row + 1]! && (joined?.values[row] ?? Number.NaN) > day[offsets[row]!]!;
    },
  },
  {
    id: 'orderAhead',
    group: 'conflict',
    field: '',
    find({ frame, asOf }) {
      const { offsets, day } = frame.orders;
      return row => offsets[row]! < offsets[row + 1]! && day[offsets[row + 1]! - 1]! > asOf;
    },
  },
  {
    id: 'stale',
    group: 'stale',
    field: '',
    find({ frame: { orders, interactions }, changed, asOf }) {
      const last = ({ offsets, day }: typeof orders, row: number) =>
        offsets[row]! < offsets[row + 1]! ? day[offsets[row + 1]! - 1]! : Number.NEGATIVE_INFINITY;
      return row => Math.max(changed[row]!, last(orders, row), last(interactions, row)) < asOf - STALE_DAYS;
    },
  },
];

/** Everything that is wrong beside missing key fields; checks that find nobody are left out. */
export function qualityIssues(input: QualityInput): QualityIssue[] {
  const found = checks.map(({ find, ...check }) => ({
    ...check,
    rows: Bits.from(input.frame.size, find(input)),
  }));
  return [...found, ...unmapped(input.frame)].filter(({ rows }) => rows.count() > 0);
}

/** A text in a field of a closed list that is none of its values, with the number of customers who have it. */
export interface UnmappedValue {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

/** Every text that waits to be mapped, the most frequent first. States of other countries are no mistake. */
export function unmappedValues(frame: Frame): UnmappedValue[] {
  return closedFields()
    .flatMap(({ id, stored }) => {
      const column = coded(frame, id);
      if (!column) return [];
      const counts = new Uint32Array(column.dictionary.values.length);
      for (const code of column.codes) counts[code]!++;
      return column.dictionary.values.flatMap((value, code) =>
        code > 0 && counts[code]! > 0 && !stored.has(value)
          ? [{ field: id, value, count: counts[code]! }]
          : [],
      );
    })
    .sort((a, b) => b.count - a.count);
}

function unmapped(frame: Frame): QualityIssue[] {
  return closedFields().flatMap(({ id, stored }) => {
    const column = coded(frame, id);
    if (!column) return [];
    const strange = column.dictionary.values.map((value, code) => code > 0 && !stored.has(value));
    const rows = Bits.from(frame.size, row => strange[column.codes[row]!]!);
    return [{ id: `unmapped ${id}`, group: 'unmapped' as const, field: id, rows }];
  });
}

function closedFields(): { id: string; stored: ReadonlySet<string> }[] {
  return columnFields('customer').flatMap(({ id, values }) =>
    values && id !== 'province' ? [{ id, stored: new Set(values.map(value => value.id)) }] : [],
  );
}

function companies({ frame, texts }: QualityInput): (row: number) => boolean {
  const kind = coded(frame, 'kind');
  const [company, person] = ['company', 'person'].map(value => kind?.dictionary.codeOf(value) ?? 0);
  return row => {
    const code = kind?.codes[row] ?? 0;
    return code === 0 ? texts.company[row] !== '' : code === company || code !== person;
  };
}

function knownIn({ frame, texts, contacts }: QualityInput, field: string): (row: number) => boolean {
  if (field === 'email' || field === 'phone') return row => contacts[field][row]!.length > 0;
  if (field in texts) return row => texts[field as keyof typeof texts][row] !== '';
  const column = frame.customers[field];
  if (!column) return () => false;
  if (column.form === 'numeric') return row => !Number.isNaN(column.values[row]!);
  if (column.form === 'coded') return row => column.codes[row] !== 0;
  return row => column.offsets[row]! < column.offsets[row + 1]!;
}

/** Rows with a contact that customers of other names have as well. */
function sharing({ texts, contacts }: QualityInput, kind: 'email' | 'phone'): (row: number) => boolean {
  const names = new Map<string, Set<string>>();
  contacts[kind].forEach((values, row) => {
    for (const value of values) {
      const known = names.get(value) ?? new Set();
      names.set(value, known.add(texts.name[row]!));
    }
  });
  return row => contacts[kind][row]!.some(value => names.get(value)!.size >= SHARED);
}

function coded(frame: Frame, field: string): CodedColumn | undefined {
  const column = frame.customers[field];
  return column?.form === 'coded' ? column : undefined;
}

function numeric(frame: Frame, field: string): NumericColumn | undefined {
  const column = frame.customers[field];
  return column?.form === 'numeric' ? column : undefined;
}
