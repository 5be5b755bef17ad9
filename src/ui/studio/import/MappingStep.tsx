import { Eye } from 'lucide';
import type { Subject } from '../../../domain/index.ts';
import { localeOf } from '../../../i18n/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, ErrorNote, Field, language, Select, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import { FileHead } from './FileHead.tsx';
import { changeMapping, check, type Open, startAnew } from './flow.ts';
import { KnownSource } from './KnownSource.tsx';
import styles from './MappingStep.module.css';
import { MappingTable } from './MappingTable.tsx';
import { Notices } from './Notices.tsx';
import { TableChoices } from './TableChoices.tsx';
import { withSubject } from './targets.ts';

const subjects = ['customer', 'order', 'interaction'] as const satisfies readonly Subject[];
const commonCurrencies = [
  'CNY',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'HKD',
  'TWD',
  'KRW',
  'SGD',
  'AUD',
  'CAD',
  'CHF',
  'INR',
];

/** What the file is about and where each column goes, as guessed and to be confirmed. */
export function MappingStep({ open, problem }: { open: Open; problem: unknown }) {
  const { mapping } = open;
  const names = new Intl.DisplayNames([localeOf(language.value)], { type: 'currency' });
  const currencies = [
    ...new Set([mapping.currency, workspace.value?.currency ?? 'CNY', ...commonCurrencies]),
  ];
  return (
    <form
      class={styles.step}
      onSubmit={event => {
        event.preventDefault();
        void check();
      }}
    >
      <FileHead open={open} />
      {problem !== null && <ErrorNote error={problem} />}
      <KnownSource open={open} />
      <Notices notes={open.inspection.notes} />
      <div class={styles.choices}>
        <TableChoices open={open} />
        <Field label={t(importTexts.contains)}>
          <Select
            value={mapping.subject}
            options={subjects.map(value => ({ value, label: t(importTexts[`subject${value}`]) }))}
            onChange={subject =>
              changeMapping(open, withSubject(mapping, subject, open.inspection.ownFields))
            }
          />
        </Field>
        <Field label={t(importTexts.currency)}>
          <Select
            value={mapping.currency}
            options={currencies.map(value => ({ value, label: `${value} · ${names.of(value) ?? value}` }))}
            onChange={currency => changeMapping(open, { ...mapping, currency })}
          />
        </Field>
      </div>
      <MappingTable open={open} />
      <footer class={styles.foot}>
        <Button onClick={startAnew}>{t(importTexts.discard)}</Button>
        <Button kind="primary" icon={Eye} submit>
          {t(importTexts.dryRun)}
        </Button>
      </footer>
    </form>
  );
}
