import { ArrowLeft } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Exemplar, Exemplars, ReviewPart } from '../../../../engine/index.ts';
import { reviewTexts } from '../../../../i18n/review.ts';
import { Button, formatValue, nameLabel, Page, Table, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go, hashOf } from '../../route.ts';
import { workspace } from '../../workspace.ts';
import model from '../Model.module.css';
import { partName } from './words.ts';

const kinds = ['typical', 'borderline', 'almost'] as const;

/** Customers that show what a part of a rule is like, and where its border runs. */
export function ExamplesPage({ part }: { part: ReviewPart }) {
  const [found, setFound] = useState<Exemplars | null>(null);
  useEffect(() => void engine.exemplars(part).then(setFound, report), []);
  const name = partName(part);
  const isEmpty = found !== null && kinds.every(kind => found[kind].length === 0);
  return (
    <Page
      title={t(reviewTexts.examplesOf, { name })}
      size="wide"
      actions={
        <Button icon={ArrowLeft} onClick={() => go('segments', 'review')}>
          {t(reviewTexts.back)}
        </Button>
      }
    >
      {isEmpty && <p class={model.hint}>{t(reviewTexts.noExamples)}</p>}
      {found &&
        !isEmpty &&
        kinds.map(kind => (
          <section key={kind} class={model.card}>
            <header class={model.head}>
              <h2>{t(reviewTexts[kind])}</h2>
              <p class={model.hint}>{t(reviewTexts[`${kind}Hint`])}</p>
            </header>
            <ExampleTable label={t(reviewTexts[kind])} rows={found[kind]} />
          </section>
        ))}
    </Page>
  );
}

function ExampleTable({ label, rows }: { label: string; rows: readonly Exemplar[] }) {
  const currency = workspace.value?.currency ?? 'CNY';
  if (rows.length === 0) return <p class={model.head}>{t(reviewTexts.nobodyHere)}</p>;
  const measures = rows[0]!.values.map(({ name }) => ({ label: nameLabel(name), isNumeric: true }));
  return (
    <Table
      label={label}
      columns={[{ label: t(reviewTexts.customers) }, ...measures]}
      rows={rows.map(row => [
        <a key="name" href={hashOf({ screen: 'customers', id: row.id })}>
          {[row.name || row.email || row.phone || row.id, row.company].filter(Boolean).join(' · ')}
        </a>,
        ...row.values.map(({ kind, value }) => (value === null ? '–' : formatValue(kind, value, currency))),
      ])}
    />
  );
}
