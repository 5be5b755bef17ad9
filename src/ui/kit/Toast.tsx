import { signal } from '@preact/signals';
import { CircleAlert, CircleCheck, X } from 'lucide';
import { kitTexts } from '../../i18n/kit.ts';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { t } from './language.ts';
import styles from './Toast.module.css';

interface Message {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'error';
  readonly undo: (() => void) | undefined;
}

const messages = signal<readonly Message[]>([]);
let last = 0;

function dismiss(id: number): void {
  messages.value = messages.peek().filter(message => message.id !== id);
}

/**
 * Tells the user something in passing: it is read aloud and goes by itself after 5 s (10 s with `undo`). Errors
 * stay until they are dismissed.
 */
export function toast(text: string, options: { tone?: 'done' | 'error'; undo?: () => void } = {}): void {
  const { tone = 'done', undo } = options;
  const id = ++last;
  messages.value = [...messages.peek().slice(-2), { id, text, tone, undo }];
  if (tone === 'done') setTimeout(dismiss, undo ? 10_000 : 5_000, id);
}

/** Where toasts appear: once per page. */
export function Toasts() {
  return (
    <div class={styles.toasts} role="status" aria-live="polite">
      {messages.value.map(({ id, text, tone, undo }) => (
        <div class={styles.toast} data-tone={tone} key={id}>
          <Icon of={tone === 'done' ? CircleCheck : CircleAlert} />
          <span class={styles.text}>{text}</span>
          {undo && (
            <Button
              kind="quiet"
              size="small"
              onClick={() => {
                dismiss(id);
                undo();
              }}
            >
              {t(kitTexts.undo)}
            </Button>
          )}
          <IconButton icon={X} size="small" label={t(kitTexts.dismiss)} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
