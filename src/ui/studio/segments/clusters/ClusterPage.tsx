import { Import, Users } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { ClusterSettings, ClustersView } from '../../../../engine/index.ts';
import { clusterTexts } from '../../../../i18n/clusters.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Button, EmptyState, language, Page, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { job, runJob } from '../../jobs.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { readCatalogue } from '../../rules/knownWorld.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { listOf } from '../../words.ts';
import { baseKey } from '../baseKey.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { Warning } from '../Warning.tsx';
import { ClusterCards } from './ClusterCards.tsx';
import { ClusterForm } from './ClusterForm.tsx';
import { groupHash } from './groups.ts';
import { Profile } from './Profile.tsx';
import { Silhouette } from './Silhouette.tsx';
import { discard, found, wanted } from './state.ts';
import { metricLabels, type Shown } from './words.ts';

/** Clusters of the base: choose what customers are compared by, look for groups, name and publish them. */
export function ClusterPage() {
  const base = baseKey();
  const key = base && JSON.stringify([wanted.value, found.value, base]);
  const { answer: view, waiting } = useLatest(
    key,
    () => engine.clusters(wanted.peek(), found.peek()),
    report,
  );
  useEffect(() => void readCatalogue(), []);

  if (!view) return <Page title={t(clusterTexts.title)}>{null}</Page>;
  if (view.customers === 0) return <NoCustomers />;
  const { shown } = view;
  const settings = wanted.value ?? view.settings;

  return (
    <Page title={t(clusterTexts.title)} lead={leadOf(view)} size="wide">
      {shown && shown.clusters.length > 0 && (
        <ClusterCards key={cardsKey(shown)} shown={shown} currency={view.currency} />
      )}
      {shown && shown.unknown > 0 && (
        <p class={model.hint}>
          <a href={groupHash({ is: 'unknown' })}>{t(clusterTexts.unknown, { count: shown.unknown })}</a>
        </p>
      )}
      {shown && !shown.fit.suggested.clear && shown.clusters.length > 1 && (
        <Warning title={t(clusterTexts.unclear)}>{[t(clusterTexts.unclearHint)]}</Warning>
      )}
      <ModelCard title={t(clusterTexts.made)} hint={t(clusterTexts.madeHint)}>
        <ClusterForm view={view} settings={settings} onFind={() => void find(settings)} />
        {shown && (
          <PublishBar
            isSame={found.value === null}
            canPublish={!waiting && shown.clusters.length > 0}
            fields={['cluster']}
            changed={t(clusterTexts.changed, { count: shown.changed })}
            changedHref={shown.changed > 0 ? groupHash({ is: 'changed' }) : undefined}
            onDiscard={discard}
            publish={(id, onProgress) => engine.publishModel(id, 'clusters', shown.fit, onProgress)}
            onPublished={discard}
          />
        )}
      </ModelCard>
      {shown && shown.clusters.length > 0 && (
        <section class={model.card}>
          <div class={model.picture}>
            <Profile shown={shown} currency={view.currency} />
          </div>
        </section>
      )}
      {shown && shown.fit.suggested.candidates.length > 0 && (
        <section class={model.card}>
          <div class={model.picture}>
            <Silhouette fit={shown.fit} onGroups={groups => void find({ ...shown.fit.settings, groups })} />
          </div>
        </section>
      )}
    </Page>
  );
}

/** Names are typed into the cards: they are made anew only when other clusters are shown. */
function cardsKey({ fit }: Shown): string {
  return JSON.stringify([fit.settings, fit.day, fit.clusters.map(({ centre }) => centre)]);
}

async function find(settings: ClusterSettings): Promise<void> {
  if (job.peek()) return;
  wanted.value = settings;
  try {
    found.value = await runJob('clusters', (id, onProgress) => engine.findClusters(id, settings, onProgress));
    wanted.value = null;
  } catch (problem) {
    report(problem);
  }
}

function leadOf({ shown }: ClustersView): string {
  if (!shown) return t(clusterTexts.leadNone);
  if (shown.clusters.length === 0) return t(clusterTexts.leadNobody);
  return t(clusterTexts.lead, {
    count: shown.clusters.length,
    metrics: listOf(metricLabels(shown)),
    day: formatDay(language.value, shown.fit.day),
  });
}

function NoCustomers() {
  return (
    <Page title={t(clusterTexts.title)}>
      <EmptyState
        icon={Users}
        title={t(segmentTexts.none)}
        text={t(clusterTexts.noneHint)}
        actions={
          <Button kind="primary" icon={Import} onClick={() => go('import')}>
            {t(segmentTexts.import)}
          </Button>
        }
      />
    </Page>
  );
}
