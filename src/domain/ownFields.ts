import { type Field, fieldNamed, foldSpelling, namesOf, type Subject, type ValueKind } from './fields.ts';

/**
 * A field that the workspace has of its own, from a column that the catalogue does not know. Its `id` never
 * changes; its label may, and stays a name in rules as an alias.
 */
export interface OwnField extends Field {
  readonly place: 'column';
  /** The file that brought it first. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** What a field of the workspace's own can mean; only a customer's can be several texts. */
export const ownKinds = [
  'text',
  'number',
  'money',
  'share',
  'days',
  'date',
  'flag',
  'texts',
] as const satisfies readonly ValueKind[];
export type OwnKind = (typeof ownKinds)[number];

/** A field to be made: what it belongs to, what the file calls it, and what its values mean. */
export interface NewField {
  readonly of: Subject;
  readonly label: string;
  readonly kind: OwnKind;
}

/** The longest label that a field is given, in UTF-16 units. */
const longestLabel = 60;

/**
 * A field of the workspace's own as it is kept: with a label that no other field has, and an id that none has had,
 * for what was kept of a deleted field must never be read as another's.
 */
export function makeOwnField(
  { of, label, kind }: NewField,
  { own, from, now }: { own: readonly OwnField[]; from: string; now: number },
): OwnField {
  const made = `${prefix}${now.toString(36)}:`;
  const numbers = own.flatMap(({ id }) => (id.startsWith(made) ? [Number(id.slice(made.length))] : []));
  const name = freeLabel(label, of, own);
  return {
    id: `${made}${1 + Math.max(0, ...numbers)}`,
    of,
    kind: kind === 'texts' && of !== 'customer' ? 'text' : kind,
    place: 'column',
    en: name,
    zh: name,
    help: {
      en: from === '' ? 'A column of your own data.' : `A column of your own data (${from}).`,
      zh: from === '' ? '你自己数据里的一列。' : `你自己数据里的一列（${from}）。`,
    },
    from,
    addedAt: now,
  };
}

const prefix = 'own:';

/** Whether a field is the workspace's own. */
export function isOwn({ id }: Field): boolean {
  return id.startsWith(prefix);
}

/** How a rule in that spelling calls a field. */
export function nameInRules(field: Field, language: 'en' | 'zh'): string {
  return language === 'en' && !isOwn(field) ? field.id : field[language];
}

/** The field under another label; the old one goes on naming it in rules. */
export function renameOwnField(field: OwnField, label: string, own: readonly OwnField[]): OwnField {
  const others = own.filter(each => each.id !== field.id);
  const name = freeLabel(label, field.of, others);
  const aliases = [...new Set([...(field.aliases ?? []), field.en])].filter(each => each !== name);
  return { ...field, en: name, zh: name, aliases };
}

/** A stored value as one of another kind, null where it is none; `raw` is the cell that it was read from. */
export type Recode = (value: string | number, raw?: string) => string | number | null;

/** The field with another kind; only a customer's can be several texts. */
export function retypeOwnField(field: OwnField, kind: OwnKind): OwnField {
  return { ...field, kind: kind === 'texts' && field.of !== 'customer' ? 'text' : kind };
}

/** The field of the workspace's own that a file's heading means, by any spelling. */
export function ownFieldOf(of: Subject, heading: string, own: readonly OwnField[]): OwnField | undefined {
  const wanted = foldSpelling(tidyLabel(heading));
  return own.find(
    field => field.of === of && namesOf(field).some(name => foldSpelling(name) === wanted && wanted !== ''),
  );
}

/** A label as it can be shown and named in rules: one line, none of the signs that quote names, not endless. */
export function tidyLabel(label: string): string {
  return label
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[`「」]/g, '')
    .trim()
    .slice(0, longestLabel)
    .trim();
}

/** The label, or one like it where another field of rules already goes by it. */
function freeLabel(wanted: string, of: Subject, own: readonly OwnField[]): string {
  const label = tidyLabel(wanted);
  const isChinese = label === '' || /\p{Script=Han}/u.test(label);
  const base = label || '未命名';
  const marked = isChinese ? `导入的${base}` : `Imported ${base}`;
  const isFree = (name: string) =>
    foldSpelling(name) !== '' && !fieldNamed(name, of, own) && !fieldNamed(name, 'customer', own);
  for (const name of [base, marked]) if (isFree(name)) return name;
  for (let number = 2; ; number++) if (isFree(`${marked} ${number}`)) return `${marked} ${number}`;
}

const separator = '、';

/** Several texts as one value: tidy, each once, in their order. */
export function joinTexts(texts: readonly string[]): string {
  return [...new Set(texts)].join(separator);
}

/** The texts of such a value. */
export function splitTexts(joined: string): string[] {
  return joined === '' ? [] : joined.split(separator);
}
