import { CircleAlert, type IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { language, t } from './language.ts';
import styles from './States.module.css';
import { describeProblem } from './words.ts';

/** Nothing here yet: says what to do and does it. */
export function EmptyState(props: {
  title: string;
  text?: string;
  icon?: IconNode;
  actions?: ComponentChildren;
}) {
  return (
    <div class={styles.empty}>
      {props.icon && (
        <span class={styles.emptyIcon}>
          <Icon of={props.icon} size={20} />
        </span>
      )}
      <h2 class={styles.emptyTitle}>{props.title}</h2>
      {props.text && <p class={styles.emptyText}>{props.text}</p>}
      {props.actions && <div class={styles.emptyActions}>{props.actions}</div>}
    </div>
  );
}

/** What went wrong, in the user's language, with a way to go on. */
export function ErrorNote({ error, action }: { error: unknown; action?: ComponentChildren }) {
  return (
    <div class={styles.error} role="alert">
      <Icon of={CircleAlert} />
      <div class={styles.errorText}>
        <p>{describeProblem(error)}</p>
        {action}
      </div>
    </div>
  );
}

export interface ProgressBarProps {
  label: string;
  done: number;
  /** 0 = not known: the bar only moves. */
  total: number;
  onCancel?(): void;
}

/** A long job: how far it is, how long it will still take, and a way to stop it. */
export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  const remaining = useRemaining(done, total);
  const [stopping, setStopping] = useState(false);
  const share = total > 0 ? Math.min(done / total, 1) : null;
  return (
    <div class={styles.progress}>
      <div class={styles.progressHead}>
        <span>{label}</span>
        <span class={styles.progressNumbers} aria-hidden="true">
          {share !== null && formatPercent(share)}
          {remaining && ` · ${remaining}`}
        </span>
        {onCancel && (
          <Button
            kind="quiet"
            size="small"
            disabled={stopping}
            onClick={() => {
              setStopping(true); // undoing what was written already can take seconds
              onCancel();
            }}
          >
            {t(stopping ? kitTexts.stopping : kitTexts.cancel)}
          </Button>
        )}
      </div>
      <div
        class={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={remaining ?? undefined}
      >
        <div
          class={share === null ? styles.unknown : styles.bar}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

function formatPercent(share: number): string {
  return `${formatNumber(language.value, Math.floor(share * 100))}%`;
}

/** The time that is left, from how long the part that is done has taken; null in the first two seconds. */
function useRemaining(done: number, total: number): string | null {
  const began = useRef({ at: performance.now(), total });
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (began.current.total !== total) began.current = { at: now, total }; // the next stage counts from its own start
  const elapsed = now - began.current.at;
  if (elapsed < 2000 || done <= 0 || total <= 0 || done >= total) return null;
  const seconds = Math.max(1, Math.round((elapsed * (total - done)) / done / 1000));
  return seconds < 90
    ? t(kitTexts.secondsLeft, { count: seconds })
    : t(kitTexts.minutesLeft, { count: Math.round(seconds / 60) });
}
