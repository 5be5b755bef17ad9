import { History } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { MigrationRequest, MigrationView } from '../../../../engine/index.ts';
import { asOfTexts } from '../../../../i18n/asOf.ts';
import { Button, EmptyState, Page, t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { workspace } from '../../workspace.ts';
import { AsOfPage } from './AsOfPage.tsx';
import { type AsOfPlace, asOfHash, className, placeOf } from './words.ts';

/** How far back the page looks at first where there is no earlier run. */
const usualDays = 90;

/** Two states of the base: the page, or the names behind a number of it. */
export function AsOfScreen({ what }: { what: string }) {
  const base = workspace.value;
  const place = placeOf(what);
  if (base?.version === 0) {
    return (
      <Page title={t(asOfTexts.title)}>
        <EmptyState
          icon={History}
          title={t(asOfTexts.unpublished)}
          text={t(asOfTexts.unpublishedHint)}
          actions={
            <Button kind="primary" onClick={() => go('rules')}>
              {t(asOfTexts.toRules)}
            </Button>
          }
        />
      </Page>
    );
  }
  if (!base) return <Page title={t(asOfTexts.title)}>{null}</Page>;
  if (place?.cell) return <Cell key={what} place={place} />;
  const day = (base.fixedDay ?? base.resultsAsOf ?? 0) - usualDays;
  const request: MigrationRequest = place?.request ?? {
    from: { is: 'day', day, version: base.version, known: 'now' },
    to: { is: 'now' },
    by: null,
  };
  return <AsOfPage request={request} onChange={next => (location.hash = asOfHash(next))} />;
}

/** The customers behind a cell, a row or a column. */
function Cell({ place: { request, cell } }: { place: AsOfPlace }) {
  const [view, setView] = useState<MigrationView | null>(null);
  useEffect(
    () => void engine.migration(crypto.randomUUID(), request, () => undefined).then(setView, report),
    [],
  );
  if (!view) return null;
  const [was, is] = cell!;
  const title = t(asOfTexts.cellTitle, {
    was: was === null ? t(asOfTexts.anything) : className(view.before[was]!, 'before', view),
    is: is === null ? t(asOfTexts.anything) : className(view.now[is]!, 'now', view),
  });
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: `asof ${JSON.stringify([request, null])}` }}
      back={t(asOfTexts.back)}
      title={title}
      nobody={t(asOfTexts.nobody)}
      of={JSON.stringify([request, cell])}
      load={(offset, limit) => engine.migrants({ ...request, was, is, offset, limit })}
    />
  );
}
