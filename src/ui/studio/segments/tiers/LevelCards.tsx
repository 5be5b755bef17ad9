import type { LadderLevelView, LadderView } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { roundMoney, TierBadge, t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import { groupHash, measureText } from './words.ts';

/** The levels: how many stand on each, what they bring, what earns it, who is about to lose it. */
export function LevelCards({ view }: { view: LadderView }) {
  return (
    <ul class={model.cards} aria-label={t(tierTexts.levels)}>
      {view.levels.map((level, rank) => (
        <LevelCard key={rank} level={level} rank={rank} view={view} />
      ))}
    </ul>
  );
}

function LevelCard({ level, rank, view }: { level: LadderLevelView; rank: number; view: LadderView }) {
  const { name, customers, share, money, grace, band } = level;
  const total = view.levels.reduce((sum, each) => sum + each.money, 0);
  return (
    <li class={model.tile}>
      <h2 class={model.tileName}>
        <TierBadge tier={{ name: t(tierTexts.title), level: name, rank, levels: view.levels.length }} />
        {name}
        <span class={model.small}>{earned(level, view)}</span>
      </h2>
      <a
        class={model.number}
        href={groupHash({ is: 'level', rank })}
        aria-label={t(tierTexts.seeLevel, { name, count: customers })}
      >
        {count(customers)}
      </a>
      <span class={model.small}>{t(tierTexts.ofCustomers, { share: shareText(share) })}</span>
      <span class={model.amount}>{roundMoney(money, view.currency)}</span>
      <span class={model.small}>
        {t(tierTexts.ofRevenue, { share: shareText(total > 0 ? money / total : 0) })}
      </span>
      {rank < view.settings.levels.length && (
        <>
          <span>{t(tierTexts.inGrace, { count: grace })}</span>
          <span class={model.small}>
            <a href={groupHash({ is: 'band', rank })}>{t(tierTexts.inBand, { count: band })}</a>
          </span>
        </>
      )}
    </li>
  );
}

function earned({ enter }: LadderLevelView, { kind, currency, settings }: LadderView): string {
  if (enter === null || kind === null) return t(tierTexts.earnedRest);
  const value = measureText(enter, kind, currency);
  return settings.lessIsBetter ? t(tierTexts.earnedUpTo, { value }) : t(tierTexts.earnedFrom, { value });
}
