import { Move } from 'lucide';
import { useState } from 'preact/hooks';
import type { CustomerView, Override } from '../../../domain/index.ts';
import { verdictText } from '../../../i18n/hand.ts';
import { moveTexts } from '../../../i18n/moves.ts';
import { Button, describeProblem, language, t, toast } from '../../kit/index.ts';
import { MoveDialog } from './MoveDialog.tsx';
import styles from './Moves.module.css';
import { takeMoveBack } from './takeMoveBack.ts';
import { ruledWords, termsOf } from './words.ts';

/** What people decided about this customer against the rules, each with the way back; and deciding. */
export function HandMoves({ view, onChanged }: { view: CustomerView; onChanged(): void }) {
  const [moving, setMoving] = useState(false);
  const { overrides, movable, customer } = view;

  async function takeBack(override: Override): Promise<void> {
    try {
      await takeMoveBack(override, onChanged);
    } catch (error) {
      toast(describeProblem(error), { tone: 'error' });
    }
  }

  return (
    <div class={styles.moves}>
      {overrides.length === 0 && <p class={styles.none}>{t(moveTexts.none)}</p>}
      {overrides.length > 0 && (
        <ul class={styles.list}>
          {overrides.map(override => (
            <li key={override.id} class={styles.move}>
              <div class={styles.told}>
                <strong>{verdictText(language.value, override)}</strong>
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={`${t(moveTexts.takeBack)} · ${override.rule}`}
                  onClick={() => void takeBack(override)}
                >
                  {t(moveTexts.takeBack)}
                </Button>
              </div>
              <p>{override.reason}</p>
              <p class={styles.terms}>
                {[...termsOf(override), ruledWords(override)].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" icon={Move} onClick={() => setMoving(true)}>
          {t(moveTexts.move)}
        </Button>
      </div>
      {moving && (
        <MoveDialog
          customers={[{ id: customer.id, name: view.card.name }]}
          movable={movable}
          day={view.card.asOf}
          onClose={() => setMoving(false)}
          onMoved={() => {
            setMoving(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
