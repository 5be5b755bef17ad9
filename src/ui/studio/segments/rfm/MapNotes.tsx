import { CircleCheck, TriangleAlert } from 'lucide';
import type { RfmView, ScoreBlock, ScoreRange } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Icon, language, t } from '../../../kit/index.ts';
import { listOf } from '../../words.ts';
import styles from './Rfm.module.css';
import { groupHash } from './words.ts';

/** What is to be said of a map: scores without a segment, rows that get nobody, and where the order decides. */
export function MapNotes({ map, others }: Pick<RfmView, 'others'> & { map: NonNullable<RfmView['map']> }) {
  const { rows, flaws } = map;
  const nameAt = (place: number) => rows[place - 1]!.name[language.value];
  return (
    <div class={styles.notes}>
      {flaws.uncaught.length > 0 && (
        <p class={styles.note}>
          <Icon of={TriangleAlert} />
          <span>
            {t(segmentTexts.mapGaps, { scores: blocksText(flaws.uncaught) })}{' '}
            {others.customers > 0 ? (
              <a href={groupHash({ is: 'others' })}>
                {t(segmentTexts.mapGapCustomers, { count: others.customers })}
              </a>
            ) : (
              t(segmentTexts.mapGapNobody)
            )}
          </span>
        </p>
      )}
      {flaws.unreached.map(place => (
        <p key={place} class={styles.note}>
          <Icon of={TriangleAlert} />
          <span>{t(segmentTexts.mapUnreached, { place, name: nameAt(place) })}</span>
        </p>
      ))}
      {flaws.overlaps.length > 0 && (
        <details class={styles.overlaps}>
          <summary>{t(segmentTexts.mapOverlaps, { count: flaws.overlaps.length })}</summary>
          <ul>
            {flaws.overlaps.map(({ first, second, blocks }) => (
              <li key={`${first} ${second}`}>
                {t(segmentTexts.mapOverlap, {
                  scores: blocksText(blocks),
                  first: nameAt(first),
                  second: nameAt(second),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {flaws.uncaught.length === 0 && flaws.unreached.length === 0 && (
        <p class={styles.note} data-fine="">
          <Icon of={CircleCheck} />
          <span>{t(segmentTexts.mapWhole)}</span>
        </p>
      )}
    </div>
  );
}

/** The most blocks that are told one by one. */
const told = 4;

function blocksText(blocks: readonly ScoreBlock[]): string {
  const shown = blocks.slice(0, told).map(({ r, f, m }) => {
    const parts = [`R ${rangeText(r)}`, `F ${rangeText(f)}`, ...(m ? [`M ${rangeText(m)}`] : [])];
    return parts.join(' · ');
  });
  const more = blocks.length - shown.length;
  return listOf(more > 0 ? [...shown, t(segmentTexts.mapMore, { count: more })] : shown);
}

function rangeText([from, to]: ScoreRange): string {
  return from === to ? String(from) : `${from}–${to}`;
}
