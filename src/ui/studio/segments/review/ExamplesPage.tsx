import { ArrowLeft } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { CustomerView, Movable } from '../../../../domain/index.ts';
import type { Exemplar, Exemplars, ReviewPart } from '../../../../engine/index.ts';
import { handTexts } from '../../../../i18n/hand.ts';
import { moveTexts } from '../../../../i18n/moves.ts';
import { reviewTexts } from '../../../../i18n/review.ts';
import { Button, formatValue, nameLabel, Page, Table, t } from '../../../kit/index.ts';
import { MoveDialog } from '../../../panel/moves/MoveDialog.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go, hashOf } from '../../route.ts';
import { workspace } from '../../workspace.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { partName } from './words.ts';

const kinds = ['typical', 'borderline', 'almost'] as const;

/** Customers that show what a part of a rule is like, and where its border runs. */
export function ExamplesPage({ part }: { part: ReviewPart }) {
  const [found, setFound] = useState<Exemplars | null>(null);
  const [moving, setMoving] = useState<CustomerView | null>(null);
  const read = () => void engine.exemplars(part).then(setFound, report);
  useEffect(read, []);
  const move = (id: string) => void engine.customer(id).then(setMoving, report);
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
          <ModelCard key={kind} title={t(reviewTexts[kind])} hint={t(reviewTexts[`${kind}Hint`])}>
            <ExampleTable label={t(reviewTexts[kind])} rows={found[kind]} onMove={move} />
          </ModelCard>
        ))}
      {moving && (
        <MoveDialog
          customers={[{ id: moving.customer.id, name: moving.card.name }]}
          movable={withFirst(moving.movable, part)}
          day={moving.card.asOf}
          onClose={() => setMoving(null)}
          onMoved={() => {
            setMoving(null);
            read();
          }}
        />
      )}
    </Page>
  );
}

/** The rule that is looked at before the others. */
function withFirst(movable: readonly Movable[], { kind, name }: ReviewPart): Movable[] {
  const isIt = (each: Movable) => each.kind === kind && each.name === name;
  return [...movable.filter(isIt), ...movable.filter(each => !isIt(each))];
}

interface ExampleTableProps {
  label: string;
  rows: readonly Exemplar[];
  onMove(id: string): void;
}

function ExampleTable({ label, rows, onMove }: ExampleTableProps) {
  const currency = workspace.value?.currency ?? 'CNY';
  if (rows.length === 0) return <p class={model.head}>{t(reviewTexts.nobodyHere)}</p>;
  const measures = rows[0]!.values.map(({ name }) => ({ label: nameLabel(name), isNumeric: true }));
  return (
    <Table
      label={label}
      columns={[{ label: t(reviewTexts.customers) }, ...measures, { label: t(handTexts.byHand) }]}
      rows={rows.map(row => [
        <a key="name" href={hashOf({ screen: 'customers', id: row.id })}>
          {[row.name || row.email || row.phone || row.id, row.company].filter(Boolean).join(' · ')}
        </a>,
        ...row.values.map(({ kind, value }) => (value === null ? '–' : formatValue(kind, value, currency))),
        <Button
          key="move"
          size="small"
          kind="quiet"
          aria-label={t(moveTexts.moveName, { name: row.name || row.id })}
          onClick={() => onMove(row.id)}
        >
          {t(moveTexts.move)}
        </Button>,
      ])}
    />
  );
}
