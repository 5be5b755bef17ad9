import type { ComponentChildren } from 'preact';
import type { LadderGroup, LadderView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { language, t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import model from '../Model.module.css';
import styles from './Tiers.module.css';
import { groupHash } from './words.ts';

/** What bands, dwell and grace spare the customers, and who is on probation. */
export function Calm({ view }: { view: LadderView }) {
  const { avoided, plain, ladder, spared, grace, reviews } = view;
  const [first] = reviews;
  return (
    <ul class={model.cards} aria-label={t(tierTexts.calm)}>
      <Tile
        title={t(tierTexts.avoided)}
        number={avoided}
        group={{ is: 'plainFlipped' }}
        hint={
          first
            ? t(tierTexts.avoidedOf, {
                count: plain.flips,
                reviews: reviews.length,
                day: formatDay(language.value, first.day),
              })
            : t(tierTexts.avoidedNone, { count: plain.flips })
        }
      />
      <Tile
        title={t(tierTexts.spared)}
        number={spared}
        group={{ is: 'spared' }}
        hint={t(tierTexts.sparedHint)}
      />
      <Tile title={t(tierTexts.grace)} number={grace} group={{ is: 'grace' }} hint={<Losses view={view} />} />
      <Tile
        title={t(tierTexts.flipped)}
        number={ladder.flipped}
        group={{ is: 'flipped' }}
        hint={t(tierTexts.flippedHint)}
      />
    </ul>
  );
}

/** When those in grace lose their level: names behind every day. */
function Losses({ view: { losses } }: { view: LadderView }) {
  if (losses.length === 0) return <>{t(tierTexts.graceHint)}</>;
  return (
    <>
      {losses.map(({ day, customers }) => (
        <a key={day} class={styles.line} href={groupHash({ is: 'loss', day })}>
          {t(tierTexts.loss, { count: customers, day: formatDay(language.value, day) })}
        </a>
      ))}
    </>
  );
}

function Tile(props: { title: string; number: number; group: LadderGroup; hint: ComponentChildren }) {
  const { title, number, group, hint } = props;
  return (
    <li class={model.tile}>
      <h2 class={model.tileName}>{title}</h2>
      <a
        class={model.number}
        href={groupHash(group)}
        aria-label={t(tierTexts.see, { what: title, count: number })}
      >
        {count(number)}
      </a>
      <span class={model.small}>{hint}</span>
    </li>
  );
}
