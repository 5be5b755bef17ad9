import { ArrowLeft, UserX } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CustomerView } from '../../../domain/index.ts';
import { handTexts } from '../../../i18n/hand.ts';
import { formatDay } from '../../../i18n/index.ts';
import { journalTexts } from '../../../i18n/journal.ts';
import { nextTexts } from '../../../i18n/next.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { customersTexts } from '../../../i18n/studio.ts';
import { Button, EmptyState, ErrorNote, language, t } from '../../kit/index.ts';
import { AlsoBought } from '../../panel/AlsoBought.tsx';
import { ContactDetails } from '../../panel/ContactDetails.tsx';
import { CustomerHead } from '../../panel/CustomerHead.tsx';
import { HandTags } from '../../panel/HandTags.tsx';
import { LikelyDuplicates } from '../../panel/LikelyDuplicates.tsx';
import { HandMoves } from '../../panel/moves/HandMoves.tsx';
import { NextAction } from '../../panel/NextAction.tsx';
import { NextPurchase } from '../../panel/NextPurchase.tsx';
import { Numbers } from '../../panel/Numbers.tsx';
import { useOutlook } from '../../panel/outlook.ts';
import { Notes, Tasks } from '../../panel/parts.ts';
import { ToAsk } from '../../panel/ToAsk.tsx';
import { Why } from '../../panel/Why.tsx';
import { engine } from '../engine.ts';
import { PersonMenu } from '../export/PersonMenu.tsx';
import { go } from '../route.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import styles from './CustomerPage.module.css';
import { InteractionsTable } from './InteractionsTable.tsx';
import { OrdersTable } from './OrdersTable.tsx';

/** One customer: what the panel shows, with room for tables. */
export function CustomerPage({ id }: { id: string }) {
  const [view, setView] = useState<CustomerView | null | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(null);
  const currency = workspace.value?.currency ?? 'CNY';
  const { expected, alsoBought } = useOutlook(id);

  const read = useCallback(() => {
    engine.customer(id).then(setView, setProblem);
  }, [id]);
  useEffect(read, [read]);

  const changed = () => {
    read();
    void readWorkspace();
  };

  return (
    <div class={styles.screen}>
      <nav class={styles.bar}>
        <Button kind="quiet" size="small" icon={ArrowLeft} onClick={() => go('customers')}>
          {t(customersTexts.back)}
        </Button>
        {view && <span class={styles.asOf}>{computedWhen(view)}</span>}
        {view && <PersonMenu view={view} />}
      </nav>
      {problem !== null && <ErrorNote error={problem} />}
      {view === null && (
        <EmptyState
          icon={UserX}
          title={t(customersTexts.gone)}
          text={t(customersTexts.goneHint)}
          actions={<Button onClick={() => go('customers')}>{t(customersTexts.back)}</Button>}
        />
      )}
      {view && (
        <div class={styles.page}>
          <div class={styles.column}>
            <LikelyDuplicates view={view} />
            <div class={styles.card}>
              <CustomerHead
                card={view.card}
                customer={view.customer}
                ownFields={view.ownFields}
                provenance={view.provenance}
                currency={currency}
                onSaved={changed}
              />
              <div class={styles.inside}>
                <ContactDetails
                  customer={view.customer}
                  ownFields={view.ownFields}
                  provenance={view.provenance}
                  currency={currency}
                />
              </div>
            </div>
            {view.toAsk.length > 0 && (
              <Part title={t(qualityTexts.toAsk)}>
                <ToAsk view={view} onChanged={changed} />
              </Part>
            )}
            <Part title={t(customersTexts.manualTags)}>
              <HandTags customer={view.customer} onChanged={changed} />
            </Part>
          </div>
          <div class={styles.column}>
            <Part title={t(customersTexts.nextAction)}>
              <NextAction view={view} currency={currency} onChanged={changed} />
            </Part>
            <Part title={t(journalTexts.tasks)}>
              <Tasks view={view} onChanged={changed} />
            </Part>
            <Part title={t(journalTexts.notes)}>
              <Notes view={view} onChanged={changed} />
            </Part>
            <Part title={t(customersTexts.numbers)}>
              <Numbers metrics={view.metrics} currency={currency} />
            </Part>
            {expected && (
              <Part title={t(nextTexts.nextPurchase)}>
                <NextPurchase expected={expected} />
              </Part>
            )}
            {alsoBought.length > 0 && (
              <Part title={t(nextTexts.also)}>
                <AlsoBought products={alsoBought} />
              </Part>
            )}
            <OrdersTable orders={view.orders} ownFields={view.ownFields} />
            <InteractionsTable interactions={view.interactions} ownFields={view.ownFields} />
          </div>
          <div class={styles.column}>
            <Part title={t(customersTexts.tags)}>
              <Why view={view} currency={currency} />
            </Part>
            {view.movable.length > 0 && (
              <Part title={t(handTexts.byHand)}>
                <HandMoves view={view} onChanged={changed} />
              </Part>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class={styles.card}>
      <h2 class={styles.heading}>{title}</h2>
      <div class={styles.inside}>{children}</div>
    </section>
  );
}

function computedWhen({ card }: CustomerView): string {
  return card.version === 0
    ? t(customersTexts.notComputed)
    : t(customersTexts.asOf, { day: formatDay(language.value, card.asOf), version: card.version });
}
