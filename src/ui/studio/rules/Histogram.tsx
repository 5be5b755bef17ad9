import { useEffect, useRef, useState } from 'preact/hooks';
import type { Distribution, ThresholdValue } from '../../../engine/index.ts';
import { distributionTexts } from '../../../i18n/studio.ts';
import { rewriteNumber, writeDate, writtenNumber } from '../../../rules/index.ts';
import { nameLabel, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import type { Draft } from './draft.ts';
import styles from './Histogram.module.css';
import { axisText } from './lenses.ts';
import {
  type ChartScale,
  chartScale,
  labelRows,
  placeOf,
  snap,
  ticksOf,
  valueAt,
  writtenStep,
} from './scale.ts';
import { replaceText } from './session.ts';
import type { Shown } from './shown.ts';

/** A histogram whose thresholds can be moved: the number in the text follows, and with it the counts. */
export function Histogram({
  draft,
  distribution,
  of,
}: {
  draft: Draft;
  distribution: Distribution;
  of: Shown;
}) {
  const [moving, setMoving] = useState<{ index: number; value: number } | null>(null);
  const held = useRef(distribution);
  // while a threshold is being moved, the scale under the pointer stays as it is
  if (!moving || sameScale(held.current, distribution)) held.current = distribution;
  const { bins, above, kind, thresholds, known, measures, chosen } = held.current;
  const scale = chartScale(bins);
  const currency = workspace.value?.currency ?? 'CNY';
  const show = (value: number) => axisText(kind, value, currency);
  const most = Math.max(1, ...bins.map(bin => bin.count));
  const rows = labelRows(
    thresholds.map(({ value }) => (value === null ? null : placeOf(scale, value))),
    0.2,
    4,
  );
  const levels = thresholds.length === 0 ? 0 : 1 + Math.max(...rows);
  const measure = of.kind === 'metric' ? of.name : nameLabel(measures[chosen]!.label);
  const label = t(distributionTexts.chart, {
    measure,
    known,
    low: show(scale.low),
    high: show(scale.high),
  });
  return (
    <figure class={styles.figure}>
      <div class={styles.chart} style={{ '--rows': levels }} data-chart>
        <svg
          class={styles.bars}
          viewBox={`0 0 ${bins.length} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          {bins.map((bin, index) => (
            <g key={bin.from}>
              <Bar class={styles.all} at={index} tall={bin.count / most} />
              <Bar class={styles.members} at={index} tall={bin.members / most} />
            </g>
          ))}
        </svg>
        {thresholds.map((threshold, index) => (
          <Handle
            key={`${threshold.level}${threshold.relation}${index}`}
            draft={draft}
            of={of}
            threshold={distribution.thresholds[index] ?? threshold}
            value={
              moving?.index === index ? moving.value : (distribution.thresholds[index] ?? threshold).value
            }
            row={rows[index] ?? 0}
            scale={scale}
            show={show}
            onMove={value => setMoving(value === null ? null : { index, value })}
          />
        ))}
      </div>
      <div class={styles.axis} aria-hidden="true">
        {ticksOf(bins, 5).map(({ place, value }) => (
          <span key={place} style={{ left: `${place * 100}%`, '--place': place }}>
            {show(value)}
          </span>
        ))}
      </div>
      {above.count > 0 && (
        <figcaption class={styles.above}>{t(distributionTexts.above, { count: above.count })} →</figcaption>
      )}
    </figure>
  );
}

function Bar({ at, tall, class: kind }: { at: number; tall: number; class: string | undefined }) {
  if (tall <= 0) return null;
  const height = Math.max(1, tall * 100);
  return <rect class={kind} x={at + 0.06} y={100 - height} width={0.88} height={height} />;
}

function sameScale(a: Distribution, b: Distribution): boolean {
  const [left, right] = [chartScale(a.bins), chartScale(b.bins)];
  return left.low === right.low && left.high === right.high && left.width === right.width;
}

interface HandleProps {
  draft: Draft;
  of: Shown;
  threshold: ThresholdValue;
  /** Where it stands now: of the text, or of the pointer. */
  value: number | null;
  row: number;
  scale: ChartScale;
  show(value: number): string;
  /** The value while it is being moved, null at the end. */
  onMove(value: number | null): void;
}

/** One threshold: a line with a grip that the pointer drags and the arrow keys move. */
function Handle({ draft, of, threshold, value, row, scale, show, onMove }: HandleProps) {
  const { literal, relation, level, keep } = threshold;
  const place = useRef<{ start: number; end: number } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  if (value === null) return null;
  const words = level
    ? t(keep ? distributionTexts.thresholdKeep : distributionTexts.thresholdLevel, {
        level,
        value: show(value),
      })
    : t(distributionTexts.threshold, { relation: relationSigns[relation] ?? relation, value: show(value) });
  const short = level ? `${level} ${show(value)}` : `${relationSigns[relation] ?? relation} ${show(value)}`;

  /** Where the literal stands in the text of now. */
  function spot(): { start: number; end: number } {
    const [start, end] = literal!.span.map(offset => draft.locate(of.text, offset));
    return { start: start!, end: end! };
  }

  function write(wanted: number, stroke: 'begin' | 'go on'): number {
    place.current ??= spot();
    const { start, end } = place.current;
    const source = draft.text.peek().slice(start, end);
    const step = writtenStep(scale, literal!);
    const written = literal!.form === 'date' ? wanted : snap(wanted / literal!.step, step);
    const next =
      literal!.form === 'date'
        ? writeDate(Math.round(wanted))
        : rewriteNumber(source, written, literal!.form === 'days');
    if (next !== source) {
      replaceText(start, end, next, stroke);
      place.current = { start, end: start + next.length };
    }
    return literal!.form === 'date' ? Math.round(wanted) : writtenNumber(next) * literal!.step;
  }

  function onPointerDown(event: PointerEvent): void {
    if (!literal || event.button !== 0) return;
    event.preventDefault();
    const grip = event.currentTarget as HTMLElement;
    const chart = grip.closest<HTMLElement>('[data-chart]')!.getBoundingClientRect();
    const offset = event.clientX - (chart.left + placeOf(scale, value!) * chart.width);
    let stroke: 'begin' | 'go on' = 'begin';
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    place.current = null;
    const move = (moved: PointerEvent) => {
      const wanted = valueAt(scale, (moved.clientX - offset - chart.left) / chart.width);
      onMove(write(wanted, stroke));
      stroke = 'go on';
    };
    const end = () => {
      grip.removeEventListener('pointermove', move);
      grip.removeEventListener('lostpointercapture', end);
      stop.current = null;
      onMove(null);
    };
    stop.current = end;
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', end);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[
      event.key
    ];
    if (!literal || steps === undefined) return;
    event.preventDefault();
    place.current = null;
    const fine = event.shiftKey && literal.form === 'number' ? 0.1 : 1;
    const { start, end } = spot();
    const source = draft.text.peek().slice(start, end);
    if (literal.form === 'date') write(value! + steps, 'begin');
    else {
      const step = writtenStep(scale, literal) * fine;
      const next = rewriteNumber(
        source,
        snap(writtenNumber(source) + steps * step, step),
        literal.form === 'days',
      );
      if (next !== source) replaceText(start, end, next, 'begin');
    }
  }

  const at = placeOf(scale, value);
  const style = { left: `${at * 100}%`, '--place': at };
  if (!literal) {
    return (
      <div class={styles.line} data-keep={keep || undefined} style={style}>
        <span class={styles.label} style={{ '--row': row }} title={words}>
          {short}
        </span>
      </div>
    );
  }
  return (
    <div class={styles.line} data-keep={keep || undefined} style={style}>
      <div
        class={styles.grip}
        style={{ '--row': row }}
        role="slider"
        tabIndex={0}
        aria-label={words}
        aria-orientation="horizontal"
        aria-valuemin={scale.low}
        aria-valuemax={scale.high}
        aria-valuenow={value}
        aria-valuetext={show(value)}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      >
        {short}
      </div>
    </div>
  );
}

const relationSigns: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠' };
