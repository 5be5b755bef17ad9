import { BookmarkPlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { ClusterView } from '../../../../engine/index.ts';
import { clusterTexts } from '../../../../i18n/clusters.ts';
import { Button, Field, language, roundMoney, TextInput, t } from '../../../kit/index.ts';
import { RuleText } from '../../rules/RuleText.tsx';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import styles from './Clusters.module.css';
import { groupHash } from './groups.ts';
import { ruleOf, saveSegment } from './segment.ts';
import { found } from './state.ts';
import { clusterTitle, type Shown } from './words.ts';

/** The longest name of a cluster, as the settings allow. */
const longestName = 40;

/** The clusters: who is in each, and the rule that tells it best, to be saved as a segment. */
export function ClusterCards({ shown, currency }: { shown: Shown; currency: string }) {
  return (
    <ul class={styles.clusters} aria-label={t(clusterTexts.clusters)}>
      {shown.clusters.map((cluster, at) => (
        <ClusterCard key={at} cluster={cluster} at={at} shown={shown} currency={currency} />
      ))}
    </ul>
  );
}

function ClusterCard(props: { cluster: ClusterView; at: number; shown: Shown; currency: string }) {
  const { cluster, at, shown, currency } = props;
  const title = clusterTitle(cluster.name);
  const rule = ruleOf(shown, at, language.value, currency);
  return (
    <li class={styles.cluster}>
      <ClusterName name={cluster.name} at={at} shown={shown} />
      <p class={styles.numbers}>
        <a
          class={model.number}
          href={groupHash({ is: 'cluster', at })}
          aria-label={t(clusterTexts.seeCluster, { name: title, count: cluster.customers })}
        >
          {count(cluster.customers)}
        </a>
        <span class={model.small}>{t(clusterTexts.share, { share: shareText(cluster.share) })}</span>
        <span class={model.amount}>{roundMoney(cluster.money, currency)}</span>
      </p>
      {rule ? (
        <>
          <RuleText text={rule.trimEnd()} label={t(clusterTexts.ruleTitle, { name: title })} />
          <p class={model.small}>
            <a href={groupHash({ is: 'rule', at })}>{t(clusterTexts.ruleFinds, { count: cluster.found })}</a>{' '}
            {t(clusterTexts.ruleQuality, {
              precision: shareText(cluster.precision),
              recall: shareText(cluster.recall),
            })}{' '}
            {cluster.recall < 1 && <a href={groupHash({ is: 'missed', at })}>{t(clusterTexts.seeMissed)}</a>}
          </p>
          <Button size="small" icon={BookmarkPlus} onClick={() => saveSegment(shown, at, currency)}>
            {t(clusterTexts.save)}
          </Button>
        </>
      ) : (
        <p class={model.small}>{t(clusterTexts.noRule)}</p>
      )}
    </li>
  );
}

function ClusterName({ name, at, shown }: { name: string; at: number; shown: Shown }) {
  const [text, setText] = useState(clusterTitle(name));
  return (
    <Field
      label={t(clusterTexts.nameOf, { number: at + 1 })}
      error={text.trim() === '' ? t(clusterTexts.nameMissing) : undefined}
    >
      <TextInput
        value={text}
        maxLength={longestName}
        onInput={value => {
          setText(value);
          const named = value.trim();
          if (named === '') return;
          const clusters = shown.fit.clusters.map((each, place) =>
            place === at ? { ...each, name: named } : each,
          );
          found.value = { ...shown.fit, clusters };
        }}
      />
    </Field>
  );
}
