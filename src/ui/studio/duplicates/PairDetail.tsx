import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { MergeRequest, PairHead, PairView } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { Button, ErrorNote, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { workspace } from '../workspace.ts';
import styles from './PairDetail.module.css';
import { RecordTable } from './RecordTable.tsx';
import { Waterfall } from './Waterfall.tsx';
import { sure } from './words.ts';

export interface PairDetailProps {
  pair: PairHead;
  isFirst: boolean;
  /** A decision is being written. */
  busy: boolean;
  onMerge(request: MergeRequest): void;
  onDistinct(): void;
  onNext(): void;
  onPrevious(): void;
}

/** One pair: both records, why they may be one, and the decision. Keys: m, d, n, p. */
export function PairDetail({ pair, isFirst, busy, ...on }: PairDetailProps) {
  const [view, setView] = useState<PairView | null>(null);
  const [own, setOwn] = useState<Awaited<ReturnType<typeof engine.ownFields>>>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [choices, setChoices] = useState<MergeRequest['fields']>({});
  useEffect(() => {
    engine.duplicatePair(pair.one.id, pair.other.id).then(setView, setProblem);
    engine.ownFields().then(setOwn, setProblem);
  }, [pair.one.id, pair.other.id]);

  const merge = () => view && on.onMerge({ keep: view.one.id, drop: view.other.id, fields: choices });
  // Before the next key can come: what is pressed after a choice must see the choice.
  useLayoutEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      m: () => void merge(),
      d: on.onDistinct,
      n: on.onNext,
      p: on.onPrevious,
    };
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('dialog, textarea, select, [type=text], [type=number]');
      const act = keys[event.key.toLowerCase()];
      if (!act || isTyping || busy || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  if (!view) return <div class={styles.detail}>{problem !== null && <ErrorNote error={problem} />}</div>;
  return (
    <section class={styles.detail} aria-labelledby="duplicate-pair">
      <header class={styles.head}>
        <h2 id="duplicate-pair" class={styles.title}>
          {t(duplicateTexts.pairTitle, { score: sure(view.score) })}
        </h2>
        <Button kind="quiet" shortcut="P" disabled={isFirst || busy} onClick={on.onPrevious}>
          {t(duplicateTexts.previous)}
        </Button>
        <Button kind="quiet" shortcut="N" disabled={busy} onClick={on.onNext}>
          {t(duplicateTexts.next)}
        </Button>
        <Button shortcut="D" disabled={busy} onClick={on.onDistinct}>
          {t(duplicateTexts.distinct)}
        </Button>
        <Button kind="primary" shortcut="M" busy={busy} onClick={merge}>
          {t(duplicateTexts.merge)}
        </Button>
      </header>
      <RecordTable
        one={view.one}
        other={view.other}
        ownFields={own.map(({ field }) => field)}
        currency={workspace.value?.currency ?? ''}
        choices={choices}
        onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      />
      <Waterfall reasons={view.reasons} />
    </section>
  );
}
