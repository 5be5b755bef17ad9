import { useEffect, useState } from 'preact/hooks';
import type { ReadingSettings as Told } from '../../../domain/index.ts';
import { readingTexts } from '../../../i18n/reading.ts';
import { changeReading, watchReading } from '../../../shell/index.ts';
import { Button, describeProblem, Field, TextArea, t, toast } from '../../kit/index.ts';
import styles from './SettingsScreen.module.css';
import { TaughtSites } from './TaughtSites.tsx';

/** What the user tells about reading pages: their own addresses, how numbers look, where writers stand on a site. */
export function ReadingSettings() {
  const [told, setTold] = useState<Told | null>(null);

  useEffect(() => {
    const gone = new AbortController();
    watchReading(setTold, gone.signal);
    return () => gone.abort();
  }, []);

  if (told === null) return null;
  return (
    <>
      <Lines key={`own ${told.own.join()}`} kind="own" kept={told.own} hint={t(readingTexts.ownHint)} />
      <Lines
        key={`patterns ${told.patterns.join()}`}
        kind="patterns"
        kept={told.patterns}
        hint={t(readingTexts.patternsHint, { figure: '\\d', letter: '\\a', example: 'A-\\d{6}' })}
      />
      <TaughtSites taught={told.taught} />
    </>
  );
}

/** A list that is written one on each line, and kept when the user says so. */
function Lines({ kind, kept, hint }: { kind: 'own' | 'patterns'; kept: readonly string[]; hint: string }) {
  const before = kept.join('\n');
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<unknown>(null);

  async function save(): Promise<void> {
    const lines = text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean);
    try {
      await changeReading(() => ({ [kind]: lines }));
      setProblem(null);
      toast(t(readingTexts.saved));
    } catch (failure) {
      setProblem(failure);
    }
  }

  return (
    <div class={kind === 'patterns' ? styles.mono : undefined}>
      <Field
        label={t(readingTexts[kind])}
        hint={hint}
        error={problem === null ? undefined : describeProblem(problem)}
      >
        <TextArea value={text} rows={Math.min(8, Math.max(2, kept.length + 1))} onInput={setText} />
      </Field>
      {text !== before && (
        <div class={styles.buttons}>
          <Button size="small" kind="primary" onClick={() => void save()}>
            {t(readingTexts.save)}
          </Button>
        </div>
      )}
    </div>
  );
}
