import { Bits, type CodedColumn, type Customer, type Day, foldSpelling, localDay } from '../domain/index.ts';
import {
  completenessOf,
  missingFields,
  type QualityInput,
  type QualityIssue,
  qualityIssues,
  type UnmappedValue,
  unmappedValues,
  usualKeyFields,
} from '../models/index.ts';
import type { Base } from '../store/index.ts';
import type { CustomersPage, OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { customersPage } from './customersPage.ts';

/** How good the data are: what lacks, what contradicts, what waits, with the number of customers each time. */
export interface Quality {
  readonly customers: number;
  /** Ids of the fields that should be known of everybody. */
  readonly keyFields: readonly string[];
  /** Filled among those whom the field fits. */
  readonly completeness: readonly {
    readonly field: string;
    readonly known: number;
    readonly total: number;
  }[];
  readonly issues: readonly (Omit<QualityIssue, 'rows'> & { readonly count: number })[];
  readonly unmapped: readonly UnmappedValue[];
}

/** Which customers: of an issue by its id, or `missing <field>`. */
export interface QualityCustomersRequest {
  readonly issue: string;
  readonly offset: number;
  readonly limit: number;
}

/** The state of the base: key fields, contradictions, texts that wait to be mapped. */
export async function qualityOf(context: Context): Promise<Quality> {
  const keyFields = await keyFieldsOf(context);
  const { input, issues } = await checkedOf(context);
  return {
    customers: input.frame.size,
    keyFields,
    completeness: completenessOf(input, keyFields).map(({ missing: _, ...each }) => each),
    issues: issues.map(({ rows, ...issue }) => ({ ...issue, count: rows.count() })),
    unmapped: unmappedValues(input.frame),
  };
}

/** The customers behind a count, in the order of the base. */
export async function qualityCustomers(
  context: Context,
  { issue, offset, limit }: QualityCustomersRequest,
): Promise<CustomersPage> {
  return customersPage(context, rowsOf(await checkedOf(context), issue), offset, limit);
}

/** A text in a field of a closed list, and the stored id of the value that was meant. */
export interface MapValueRequest {
  readonly field: string;
  readonly text: string;
  readonly value: string;
}

/** Maps a text to a value of its list, in every customer who has it and in files that come later. */
export async function mapValue(
  context: Context,
  { field, text, value }: MapValueRequest,
  { signal, onProgress }: { signal: AbortSignal; onProgress: OnProgress },
): Promise<void> {
  const { learned } = await context.state();
  const { frame, ids } = await context.base();
  const column = frame.customers[field] as CodedColumn;
  const code = column.dictionary.codeOf(text);
  const found = ids.filter((_, row) => code > 0 && column.codes[row] === code);
  const at = context.now().getTime();
  const customers = (await context.store.customers(found)).map(customer => ({
    ...customer,
    columns: { ...customer.columns, [field]: value },
    updatedAt: at,
  }));
  await context.store.commit(
    { customers, orders: new Map(), interactions: new Map(), source: 'hand' },
    { signal, onProgress: (done, total) => onProgress({ stage: 'writing', done, total }) },
  );
  const known = { ...learned[field], [foldSpelling(text)]: value };
  await context.store.setMeta({ learned: { ...learned, [field]: known } });
}

/** The key fields that one customer lacks: what to ask. */
export async function fieldsToAsk(context: Context, customer: Customer): Promise<string[]> {
  const { kind } = customer.columns;
  return missingFields(
    {
      isCompany: kind === undefined ? customer.company !== '' : kind === 'company',
      known: field => isKnown(customer, field),
    },
    await keyFieldsOf(context),
  );
}

async function keyFieldsOf(context: Context): Promise<readonly string[]> {
  return (await context.state()).keyFields ?? usualKeyFields;
}

function isKnown(customer: Customer, field: string): boolean {
  if (field === 'email') return customer.emails.length > 0;
  if (field === 'phone') return customer.phones.length > 0;
  if (field === 'name' || field === 'company' || field === 'title') return customer[field] !== '';
  return customer.columns[field] !== undefined;
}

/** The base as its checks see it, and what they found: once for a state of the base and a day. */
interface Checked {
  readonly asOf: Day;
  readonly input: QualityInput;
  readonly issues: readonly QualityIssue[];
}

const checkedBases = new WeakMap<Base, Checked>();

async function checkedOf(context: Context): Promise<Checked> {
  await context.state();
  const base = await context.base();
  const known = checkedBases.get(base);
  const asOf = context.today();
  if (known?.asOf === asOf) return known;
  const input = await inputOf(context, base, asOf);
  const checked = { asOf, input, issues: qualityIssues(input) };
  checkedBases.set(base, checked);
  return checked;
}

async function inputOf({ store }: Context, { frame }: Base, asOf: Day): Promise<QualityInput> {
  const [known, changed] = [await store.allKnown(), await store.changedAt()];
  return {
    frame,
    texts: {
      name: known.map(({ name }) => name),
      company: known.map(({ company }) => company),
      title: known.map(({ title }) => title),
    },
    contacts: { email: known.map(({ emails }) => emails), phone: known.map(({ phones }) => phones) },
    changed: changed.map(at => (Number.isNaN(at) ? at : localDay(new Date(at)))),
    asOf,
  };
}

function rowsOf({ input, issues }: Checked, issue: string): Bits {
  const field = /^missing (.+)$/.exec(issue)?.[1];
  if (field !== undefined) return completenessOf(input, [field])[0]!.missing;
  return issues.find(({ id }) => id === issue)?.rows ?? new Bits(input.frame.size);
}
