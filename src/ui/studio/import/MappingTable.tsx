import { ownKinds } from '../../../domain/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { language, t } from '../../kit/index.ts';
import { changeMapping, type Open } from './flow.ts';
import styles from './MappingTable.module.css';
import {
  newTarget,
  repeatedTargets,
  subjectsOf,
  targetGroups,
  targetKey,
  targetOf,
  withTarget,
} from './targets.ts';

/** One line a column: its heading, what stands in it, and where it goes. */
export function MappingTable({ open }: { open: Open }) {
  const { inspection, mapping } = open;
  const repeated = repeatedTargets(mapping);
  const headings = inspection.headings.map(
    (heading, index) => heading || t(importTexts.unnamed, { number: index + 1 }),
  );
  return (
    <table class={styles.table}>
      <caption class="visually-hidden">{t(importTexts.mapping)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(importTexts.heading)}</th>
          <th scope="col">{t(importTexts.samples)}</th>
          <th scope="col">{t(importTexts.target)}</th>
        </tr>
      </thead>
      <tbody>
        {headings.map((heading, column) => {
          const target = mapping.columns[column] ?? null;
          const twin = repeated[column];
          return (
            <tr key={column} data-skipped={target ? undefined : ''}>
              <th scope="row" class={styles.heading}>
                {heading}
              </th>
              <td class={styles.samples}>{samplesOf(open, column).join(' · ')}</td>
              <td class={styles.target}>
                <div class={styles.choice} data-new={target?.create ? '' : undefined}>
                  <TargetSelect open={open} column={column} label={t(importTexts.targetOf, { heading })} />
                  <KindSelect open={open} column={column} heading={heading} />
                </div>
                <p class={styles.because} data-warn={twin == null ? undefined : ''}>
                  {twin == null
                    ? because(open, column)
                    : t(importTexts.twice, { heading: headings[twin] ?? '' })}
                </p>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function TargetSelect({ open, column, label }: { open: Open; column: number; label: string }) {
  const { inspection, mapping } = open;
  const { subject } = mapping;
  const target = mapping.columns[column] ?? null;
  const send = (key: string) => {
    const of = subjectsOf(subject).find(each => key === targetKey(newTarget(inspection, column, each)));
    const chosen = of ? newTarget(inspection, column, of) : targetOf(key);
    changeMapping(open, withTarget(mapping, column, chosen));
  };
  return (
    <select
      class={styles.select}
      aria-label={label}
      value={targetKey(target)}
      onChange={event => send(event.currentTarget.value)}
    >
      <option value="">{t(importTexts.skip)}</option>
      {inspection.headings[column] !== '' && (
        <optgroup label={t(importTexts.newField)}>
          {subjectsOf(subject).map(of => (
            <option key={of} value={targetKey(newTarget(inspection, column, of))}>
              {t(importTexts[`newField${of}`], { heading: inspection.headings[column]! })}
            </option>
          ))}
        </optgroup>
      )}
      {targetGroups(subject, inspection.ownFields).map(group => (
        <optgroup key={group.of} label={t(importTexts[`subject${group.of}`])}>
          {group.fields.map(field => (
            <option key={field.id} value={targetKey({ of: group.of, field: field.id })}>
              {field[language.value]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** What the values of a new field mean. */
function KindSelect({ open, column, heading }: { open: Open; column: number; heading: string }) {
  const { mapping } = open;
  const target = mapping.columns[column];
  if (!target?.create) return null;
  const { of, create } = target;
  const kinds = ownKinds.filter(kind => kind !== 'texts' || of === 'customer');
  return (
    <select
      class={styles.select}
      aria-label={t(importTexts.kindOf, { heading })}
      value={create.kind}
      onChange={event => {
        const kind = kinds.find(each => each === event.currentTarget.value) ?? 'text';
        changeMapping(open, withTarget(mapping, column, { ...target, create: { ...create, kind } }));
      }}
    >
      {kinds.map(kind => (
        <option key={kind} value={kind}>
          {t(fieldTexts[kind])}
        </option>
      ))}
    </select>
  );
}

/** Why the column goes where it goes. */
function because({ inspection, mapping }: Open, column: number): string {
  const target = mapping.columns[column] ?? null;
  const guessed = inspection.guess.columns[column] ?? null;
  if (targetKey(target) !== targetKey(guessed)) return t(importTexts.chosen);
  const reason = inspection.because[column];
  if (target && reason) return t(importTexts[`guessed${reason}`]);
  return t(importTexts.notGuessed);
}

/** The first three different values of a column. */
function samplesOf({ inspection }: Open, column: number): string[] {
  const values = inspection.sample.map(row => row[column]?.trim() ?? '').filter(value => value !== '');
  return [...new Set(values)].slice(0, 3);
}
