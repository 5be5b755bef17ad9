import { BookmarkPlus, Import, ShoppingCart } from 'lucide';
import type { NextSettings, NextView } from '../../../../engine/index.ts';
import { formatDay, formatShare } from '../../../../i18n/index.ts';
import { nextTexts } from '../../../../i18n/next.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Button, EmptyState, Field, language, Page, Select, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { RuleText } from '../../rules/RuleText.tsx';
import { useLatest } from '../../rules/useLatest.ts';
import { count, shareText } from '../../words.ts';
import { partHash } from '../address.ts';
import { baseKey } from '../baseKey.ts';
import { isSame } from '../isSame.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { discard, tried } from '../tried.ts';
import styles from './Next.module.css';
import { potentialCustomers, potentialRule, savePotential } from './potential.ts';
import { Suggesting } from './Suggesting.tsx';
import { WeeksAhead } from './WeeksAhead.tsx';
import { bases, expectations, groupHash, potentialWord } from './words.ts';

const coverages: readonly NextSettings['coverage'][] = [0.5, 0.8, 0.9];
const columns = ['purchaseCycle', 'nextPurchase', 'daysUntilNextPurchase', 'purchaseOverdue'];

/** When customers are expected to buy again, who is overdue, and who could become a large customer. */
export function NextPage() {
  const base = baseKey();
  const key = base && JSON.stringify([tried.next.value, base]);
  const { answer: view, waiting } = useLatest(key, () => engine.nextPurchases(tried.next.peek()), report);

  if (!view) return <Page title={t(nextTexts.title)}>{null}</Page>;
  if (view.customers === 0) return <NoOrders />;
  const settings = tried.next.value ?? view.inForce;
  return (
    <Page title={t(nextTexts.title)} lead={leadOf(view)} size="wide">
      <ul class={styles.expectations} aria-label={t(nextTexts.expectations)}>
        {expectations.map(each => (
          <li key={each} class={model.tile}>
            <h2 class={model.tileName}>{t(nextTexts[each])}</h2>
            <a
              class={model.number}
              href={groupHash({ is: each })}
              aria-label={t(nextTexts.see, { name: t(nextTexts[each]), count: view.expectations[each] })}
            >
              {count(view.expectations[each])}
            </a>
            <span class={model.small}>
              {t(nextTexts.ofBuyers, { share: shareText(view.expectations[each] / view.customers) })}
            </span>
          </li>
        ))}
      </ul>
      <WeeksAhead view={view} />
      <ModelCard title={t(nextTexts.made)} hint={t(nextTexts.madeHint)}>
        <div class={styles.made}>
          <Field label={t(nextTexts.coverage)} hint={t(nextTexts.coverageHint)}>
            <Select
              value={String(settings.coverage)}
              options={coverages.map(each => ({
                value: String(each),
                label: formatShare(language.value, each),
              }))}
              onChange={value => {
                tried.next.value = { coverage: coverages.find(each => String(each) === value)! };
              }}
            />
          </Field>
          <ul class={styles.bases}>
            {bases.map(basis => (
              <li key={basis}>
                <a href={groupHash({ is: 'basis', basis })}>{count(view.bases[basis])}</a>{' '}
                {t(nextTexts[`basis${basis}`])}
              </li>
            ))}
            {view.without > 0 && (
              <li>
                <a href={groupHash({ is: 'basis', basis: 'never' })}>{count(view.without)}</a>{' '}
                {t(nextTexts.basisnever)}
              </li>
            )}
          </ul>
        </div>
        <PublishBar
          isSame={isSame(settings, view.inForce)}
          canPublish={!waiting}
          fields={columns}
          changed={t(nextTexts.changed, { count: view.changed })}
          changedHref={view.changed > 0 ? groupHash({ is: 'changed' }) : undefined}
          onDiscard={() => discard('next')}
          publish={(id, onProgress) => engine.publishModel(id, 'next', settings, onProgress)}
          onPublished={() => discard('next')}
        />
      </ModelCard>
      <Potential of={key ?? ''} />
      <Suggesting />
    </Page>
  );
}

function leadOf({ expectations: counts, usual, asOf }: NextView): string {
  const day = formatDay(language.value, asOf);
  const { week, overdue } = counts;
  return usual === null
    ? t(nextTexts.leadOnce, { day })
    : t(nextTexts.lead, { week, overdue, usual: Math.round(usual), day });
}

/** Potential high-value customers, by a rule that can be taken over. */
function Potential({ of }: { of: string }) {
  const { answer } = useLatest(JSON.stringify([of, language.value]), () => potentialCustomers(0, 1), report);
  return (
    <ModelCard title={t(nextTexts.potential)} hint={t(nextTexts.potentialHint)}>
      <div class={styles.potential}>
        <p class={styles.found}>
          {answer && (
            <a
              class={model.number}
              href={partHash('next', potentialWord)}
              aria-label={t(nextTexts.see, { name: t(nextTexts.potential), count: answer.total })}
            >
              {count(answer.total)}
            </a>
          )}
        </p>
        <RuleText text={potentialRule(language.value)} label={t(nextTexts.potentialRule)} />
        <Button size="small" icon={BookmarkPlus} onClick={savePotential}>
          {t(nextTexts.potentialSave)}
        </Button>
      </div>
    </ModelCard>
  );
}

function NoOrders() {
  return (
    <Page title={t(nextTexts.title)}>
      <EmptyState
        icon={ShoppingCart}
        title={t(segmentTexts.none)}
        text={t(nextTexts.noneHint)}
        actions={
          <Button kind="primary" icon={Import} onClick={() => go('import')}>
            {t(segmentTexts.import)}
          </Button>
        }
      />
    </Page>
  );
}
