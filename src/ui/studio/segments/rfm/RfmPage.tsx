import { Import, ShoppingCart, TriangleAlert } from 'lucide';
import type { Crowding, RfmView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Button, EmptyState, Icon, language, Page, Tabs, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { shareText } from '../../words.ts';
import { baseKey } from '../baseKey.ts';
import { isSame } from '../isSame.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { tried } from '../tried.ts';
import { ClassCards } from './ClassCards.tsx';
import { HeatMap } from './HeatMap.tsx';
import { OwnNames } from './OwnNames.tsx';
import styles from './Rfm.module.css';
import { RfmForm } from './RfmForm.tsx';
import { SegmentMapTable } from './SegmentMapTable.tsx';
import { discard, picture } from './state.ts';
import { Thresholds } from './Thresholds.tsx';
import { Treemap } from './Treemap.tsx';
import { groupHash, measureValue, segmentTitle, tidy } from './words.ts';

const columns = ['recencyScore', 'frequencyScore', 'monetaryScore', 'rfmClass', 'rfmSegment'];

/** RFM of the base: choose how it is made, look at what it gives, publish it. */
export function RfmPage() {
  const settings = tried.rfm.value;
  const of = baseKey();
  const key = of && JSON.stringify([settings, of]);
  const { answer: view, waiting } = useLatest(key, () => engine.rfm(settings), report);

  if (!view) return <Page title={t(segmentTexts.title)}>{null}</Page>;
  if (view.customers === 0) {
    return (
      <Page title={t(segmentTexts.title)}>
        <EmptyState
          icon={ShoppingCart}
          title={t(segmentTexts.none)}
          text={t(segmentTexts.noneHint)}
          actions={
            <Button kind="primary" icon={Import} onClick={() => go('import')}>
              {t(segmentTexts.import)}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={t(segmentTexts.title)} lead={leadOf(view)} size="wide">
      <ClassCards view={view} />
      {view.crowded.length > 0 && <Crowded view={view} />}
      <ModelCard title={t(segmentTexts.made)} hint={t(segmentTexts.madeHint)}>
        <RfmForm view={view} settings={settings ?? view.inForce} />
        <OwnNames view={view} settings={settings ?? view.inForce} />
        <SegmentMapTable view={view} settings={settings ?? view.inForce} />
        <PublishBar
          isSame={isSame(view.settings, view.inForce)}
          canPublish={!waiting}
          fields={columns}
          changed={t(segmentTexts.changed, { count: view.changed })}
          changedHref={view.changed > 0 ? groupHash({ is: 'changed' }) : undefined}
          onDiscard={discard}
          publish={(id, onProgress) => engine.publishModel(id, 'rfm', view.settings, onProgress)}
          onPublished={discard}
        />
      </ModelCard>
      <Pictures view={view} />
      <Thresholds view={view} />
    </Page>
  );
}

/** The class that brings most, in a sentence. */
function leadOf(view: RfmView): string {
  const [first] = [...view.segments].sort((a, b) => b.revenue - a.revenue);
  return t(segmentTexts.lead, {
    name: segmentTitle(view, first!.id),
    share: shareText(first!.share),
    money: shareText(view.revenue > 0 ? first!.revenue / view.revenue : 0),
    day: formatDay(language.value, view.asOf),
  });
}

function Crowded({ view }: { view: RfmView }) {
  return (
    <section class={model.warning}>
      <Icon of={TriangleAlert} />
      <div>
        <h2>{t(segmentTexts.crowded)}</h2>
        <p>{t(segmentTexts.crowdedHint)}</p>
        <ul class={styles.crowds}>
          {view.crowded.map(each => (
            <li key={JSON.stringify(each)}>{crowdWords(each, view.currency)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function crowdWords({ measure, of, threshold }: Crowding, currency: string): string {
  return t(segmentTexts.crowdedLine, {
    measure: t(segmentTexts[measure]),
    value:
      of === 'score'
        ? t(segmentTexts.asScore, { value: tidy(threshold.value) })
        : measureValue(measure, threshold.value, currency),
    count: threshold.customers,
    share: shareText(threshold.share),
  });
}

function Pictures({ view }: { view: RfmView }) {
  const Shown = { heat: HeatMap, tree: Treemap }[picture.value];
  return (
    <section class={model.card}>
      <Tabs
        label={t(segmentTexts.pictures)}
        tabs={(['heat', 'tree'] as const).map(id => ({ id, label: t(segmentTexts[id]) }))}
        selected={picture.value}
        onSelect={id => {
          picture.value = id;
        }}
      >
        <div class={model.picture}>
          <Shown view={view} />
        </div>
      </Tabs>
    </section>
  );
}
