import type { Customer, Field } from '../../../domain/index.ts';
import type { MergeRequest } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { t } from '../../kit/index.ts';
import { hashOf } from '../route.ts';
import styles from './RecordTable.module.css';
import { type ComparedField, comparedFields } from './words.ts';

type Choices = MergeRequest['fields'];

/** Which side a field is taken from: as chosen, else the side that stays, where it knows anything. */
export function sideOf({ id, one }: ComparedField, choices: Choices): 'keep' | 'drop' {
  return choices[id] ?? (one === '' ? 'drop' : 'keep');
}

export interface RecordTableProps {
  one: Customer;
  other: Customer;
  ownFields: readonly Field[];
  currency: string;
  choices: Choices;
  onChoose(field: string, side: 'keep' | 'drop'): void;
}

/** Both records side by side. Where they differ one value is chosen; lists keep what both have. */
export function RecordTable({ one, other, ownFields, currency, choices, onChoose }: RecordTableProps) {
  return (
    <table class={styles.table} aria-label={t(duplicateTexts.records)}>
      <thead>
        <tr>
          <th scope="col">{t(duplicateTexts.field)}</th>
          {([one, other] as const).map((customer, place) => (
            <th scope="col" key={customer.id}>
              {t(place === 0 ? duplicateTexts.kept : duplicateTexts.taken)}
              {' · '}
              <a href={hashOf({ screen: 'customers', id: customer.id })}>{customer.id}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparedFields(one, other, ownFields, currency).map(field => (
          <tr key={field.id} data-differs={field.one !== field.other ? '' : undefined}>
            <th scope="row">{field.label}</th>
            {(['keep', 'drop'] as const).map(side => {
              const value = side === 'keep' ? field.one : field.other;
              const isChosen = sideOf(field, choices) === side;
              if (field.isList || field.one === field.other) return <td key={side}>{value}</td>;
              return (
                <td key={side} data-chosen={isChosen ? '' : undefined}>
                  <label class={styles.choice}>
                    <input
                      type="radio"
                      name={`duplicate-${field.id}`}
                      aria-label={t(duplicateTexts.chooseFor, {
                        field: field.label,
                        value: value || t(duplicateTexts.blank),
                      })}
                      checked={isChosen}
                      onChange={() => onChoose(field.id, side)}
                    />
                    <span class={value === '' ? styles.blank : undefined}>
                      {value || t(duplicateTexts.blank)}
                    </span>
                  </label>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
