import { type Field, fieldOf, type Interaction, valueLabel } from '../../../domain/index.ts';
import { formatDay, formatNumber } from '../../../i18n/index.ts';
import { customersTexts } from '../../../i18n/studio.ts';
import { language, ownWords, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import { FactTable } from './FactTable.tsx';

/** Visits, consultations and surveys of a customer, latest first. */
export function InteractionsTable(props: {
  interactions: readonly Interaction[];
  ownFields: readonly Field[];
}) {
  const { interactions, ownFields } = props;
  const now = language.value;
  const label = (field: string) => fieldOf('interaction', field)[now];
  const value = (field: string, stored: string) => valueLabel(fieldOf('interaction', field), stored, now);
  const score = (given: number) => (Number.isNaN(given) ? '' : formatNumber(now, given));
  return (
    <FactTable
      title={t(customersTexts.interactions)}
      none={t(customersTexts.noInteractions)}
      heads={[label('day'), label('kind'), label('channel'), label('topic'), label('csat'), label('nps')]}
      numeric={[4, 5]}
      rows={interactions.map(each => [
        formatDay(now, each.day),
        value('kind', each.kind),
        value('channel', each.channel),
        [value('topic', each.topic), ...ownWords(each, ownFields, workspace.value?.currency ?? 'CNY')]
          .filter(Boolean)
          .join(' · '),
        score(each.csat),
        score(each.nps),
      ])}
    />
  );
}
