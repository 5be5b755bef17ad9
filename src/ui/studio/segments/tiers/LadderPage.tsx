import { TriangleAlert } from 'lucide';
import type { LadderView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Button, Icon, language, ProgressBar, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { shareText } from '../../words.ts';
import { isSame } from '../isSame.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { discard, tried } from '../tried.ts';
import { AsTier } from './AsTier.tsx';
import { Calm } from './Calm.tsx';
import { LadderForm } from './LadderForm.tsx';
import { LadderPictures } from './LadderPictures.tsx';
import { LevelCards } from './LevelCards.tsx';
import { ladderFields } from './measures.ts';
import { NoCustomers } from './NoCustomers.tsx';
import { TierTabs } from './TierTabs.tsx';
import { type Laddering, useLadder } from './useLadder.ts';
import { groupHash } from './words.ts';

/** The ladder: who stands where, what it spares, how it is made, and publishing it. */
export function LadderPage() {
  const laddering = useLadder();
  const { view, settings, waiting } = laddering;
  if (!view || !settings) {
    return (
      <TierTabs selected="ladder">
        <Replaying of={laddering} />
      </TierTabs>
    );
  }
  if (view.customers === 0) return <NoCustomers selected="ladder" />;
  const isFlawed = Object.values(view.flaws).some(places => places.length > 0) || view.kind === null;
  return (
    <TierTabs selected="ladder" lead={leadOf(view)}>
      {view.kind !== null && <LevelCards view={view} />}
      {view.kind !== null && <Calm view={view} />}
      <Crowded view={view} />
      <ModelCard title={t(tierTexts.made)} hint={t(tierTexts.madeHint)}>
        <LadderForm view={view} settings={settings} />
        <Replaying of={laddering} />
        <PublishBar
          isSame={isSame(settings, view.inForce)}
          canPublish={!waiting && !isFlawed}
          fields={ladderFields}
          changed={view.inForce ? t(tierTexts.changed, { count: view.changed }) : t(tierTexts.first)}
          changedHref={view.inForce && view.changed > 0 ? groupHash({ is: 'changed' }) : undefined}
          more={<AsTier settings={settings} />}
          onDiscard={tried.ladder.value ? () => discard('ladder') : undefined}
          publish={(id, onProgress) => engine.publishModel(id, 'ladder', settings, onProgress)}
          onPublished={() => discard('ladder')}
        />
      </ModelCard>
      {view.kind !== null && <LadderPictures view={view} />}
    </TierTabs>
  );
}

/** The highest level that anybody has, in a sentence. */
function leadOf(view: LadderView): string {
  const level = view.levels.find(({ customers }) => customers > 0);
  if (!level) return t(tierTexts.leadBroken);
  return t(tierTexts.lead, {
    count: level.customers,
    level: level.name,
    day: formatDay(language.value, view.asOf),
    next: formatDay(language.value, view.nextReview),
  });
}

function Replaying({ of: { progress, isStopped, stop, again } }: { of: Laddering }) {
  if (progress && progress.total > 0) {
    const { done, total } = progress;
    return (
      <div class={model.head}>
        <ProgressBar
          label={t(tierTexts.replaying, { done, total })}
          done={done}
          total={total}
          onCancel={stop}
        />
      </div>
    );
  }
  if (!isStopped) return null;
  return (
    <p class={model.head} role="status">
      {t(tierTexts.stopped)}{' '}
      <Button size="small" onClick={again}>
        {t(tierTexts.again)}
      </Button>
    </p>
  );
}

/** Thresholds on which more than a tenth of the customers stand. */
function Crowded({ view }: { view: LadderView }) {
  const crowded = view.levels.filter(({ onThreshold }) => onThreshold > view.customers / 10);
  if (crowded.length === 0) return null;
  return (
    <section class={model.warning}>
      <Icon of={TriangleAlert} />
      <ul>
        {crowded.map(({ name, onThreshold }) => (
          <li key={name}>
            {t(tierTexts.crowded, {
              name,
              count: onThreshold,
              share: shareText(onThreshold / view.customers),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
