import type { Column, Field } from '../../domain/index.ts';
import { isNumeric } from '../types.ts';
import type { Atom, Levers } from './atoms.ts';
import type { FieldEdit } from './change.ts';
import { nearestValue } from './seek.ts';
import type { Trial } from './trial.ts';

/** More values of one field than anybody reads. */
const mostValues = 3;

/** Values of the customer's own fields that turn an atom. */
export function fieldEdits(trial: Trial, atom: Atom, { fields, texts }: Levers): FieldEdit[] {
  return fields.flatMap(field => {
    const { kind } = field;
    const tried = isNumeric(kind)
      ? numbers(trial, atom, field)
      : kind === 'flag'
        ? flags(trial, field)
        : words(trial, field, texts);
    return tried.filter(edit => atom.read(trial.after(edit)) !== atom.read(trial.now)).slice(0, mostValues);
  });
}

function edited(field: Field, value: FieldEdit['value']): FieldEdit {
  const { id, en, zh, kind } = field;
  const shown = typeof value === 'string' ? shownAs(field, value) : null;
  return { kind: 'field', field: id, label: { en, zh }, valueKind: kind, value, shown, removes: false };
}

function shownAs(field: Field, value: string): FieldEdit['shown'] {
  const listed = field.values?.find(each => each.id === value);
  return listed ? { en: listed.en, zh: listed.zh } : { en: value, zh: value };
}

function column(trial: Trial, field: Field): Column | undefined {
  return trial.situation.frame.customers[field.id];
}

function numbers(trial: Trial, atom: Atom, field: Field): FieldEdit[] {
  const held = column(trial, field);
  const current = held?.form === 'numeric' ? held.values[0]! : Number.NaN;
  const known = !Number.isNaN(current);
  const start = known ? current : field.kind === 'date' ? trial.situation.asOf : 0;
  const value = nearestValue({
    start,
    least: field.kind === 'date' ? Number.NEGATIVE_INFINITY : 0,
    step: 1,
    guesses: [...atom.bounds(trial.now), start],
    test: tried => atom.read(trial.after(edited(field, tried))) !== atom.read(trial.now),
    gap: tried => atom.gap(trial.after(edited(field, tried))),
  });
  return [...(value === null ? [] : [edited(field, value)]), ...(known ? [edited(field, null)] : [])];
}

function flags(trial: Trial, field: Field): FieldEdit[] {
  const held = column(trial, field);
  return [edited(field, held?.form === 'numeric' && held.values[0] === 1 ? 0 : 1)];
}

function words(trial: Trial, field: Field, named: readonly string[]): FieldEdit[] {
  const held = column(trial, field);
  if (field.kind === 'texts') return labels(field, held, named);
  const current = held?.form === 'coded' ? held.dictionary.values[held.codes[0]!]! : '';
  const listed = (field.values ?? []).map(each => each.id);
  const occurring = held && held.form !== 'numeric' ? held.dictionary.values.slice(1, 50) : [];
  const other = [...listed, ...occurring].find(each => each !== current && !named.includes(each));
  const options = [...named, ...(other === undefined ? [] : [other])].filter(each => each !== current);
  return [...options.map(value => edited(field, value)), ...(current ? [edited(field, null)] : [])];
}

function labels(field: Field, held: Column | undefined, named: readonly string[]): FieldEdit[] {
  const now = held?.form === 'set' ? [...held.codes].map(code => held.dictionary.values[code]!) : [];
  return named.map(text => {
    const removes = now.includes(text);
    const value = removes ? now.filter(each => each !== text) : [...now, text];
    return { ...edited(field, value), shown: shownAs(field, text), removes };
  });
}
