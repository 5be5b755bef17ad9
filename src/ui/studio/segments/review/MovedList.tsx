import type { MovedCustomer, ReviewView } from '../../../../engine/index.ts';
import { verdictText } from '../../../../i18n/hand.ts';
import { moveTexts } from '../../../../i18n/moves.ts';
import { reviewTexts } from '../../../../i18n/review.ts';
import { Button, language, Tag, t } from '../../../kit/index.ts';
import { takeMoveBack } from '../../../panel/moves/takeMoveBack.ts';
import { ruledWords, termsOf } from '../../../panel/moves/words.ts';
import { report } from '../../report.ts';
import { hashOf } from '../../route.ts';
import { ModelCard } from '../ModelCard.tsx';
import styles from './Review.module.css';

const first = 20;

/** Everybody whom a person moved, those to be looked at again first. */
export function MovedList({ view, onChanged }: { view: ReviewView; onChanged(): void }) {
  const { moved } = view;
  const due = moved.filter(({ isDue }) => isDue).length;
  return (
    <ModelCard
      title={t(reviewTexts.movedTitle)}
      hint={
        moved.length === 0 ? t(reviewTexts.movedNone) : t(reviewTexts.movedLead, { count: moved.length, due })
      }
    >
      {moved.length > 0 && (
        <ul class={styles.moved}>
          {moved.slice(0, Math.max(first, due)).map(each => (
            <Line key={each.override.id} moved={each} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </ModelCard>
  );
}

function Line({
  moved: { override, hit, isDue, isGone },
  onChanged,
}: {
  moved: MovedCustomer;
  onChanged(): void;
}) {
  const name = hit?.name || hit?.email || hit?.phone || override.customer;
  return (
    <li class={styles.line}>
      <div class={styles.told}>
        <p class={styles.what}>
          {hit ? (
            <a href={hashOf({ screen: 'customers', id: hit.id })}>{name}</a>
          ) : (
            <span>{t(reviewTexts.customerGone)}</span>
          )}
          <strong>{verdictText(language.value, override)}</strong>
          {isDue && <Tag tone="warn">{t(reviewTexts.due)}</Tag>}
          {isGone && <Tag tone="warn">{t(reviewTexts.gone)}</Tag>}
        </p>
        <p>{override.reason}</p>
        <p class={styles.accepted}>
          {[...termsOf(override), ruledWords(override)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Button
        size="small"
        kind="quiet"
        aria-label={`${t(moveTexts.takeBack)} · ${name} · ${override.rule}`}
        onClick={() => void takeMoveBack(override, onChanged).catch(report)}
      >
        {t(moveTexts.takeBack)}
      </Button>
    </li>
  );
}
