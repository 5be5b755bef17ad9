import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { type CustomerView, localDay, type NoteContent } from '../../domain/index.ts';
import { formatDay } from '../../i18n/index.ts';
import { journalTexts } from '../../i18n/journal.ts';
import { connectEngine } from '../../shell/index.ts';
import { Button, IconButton, language, TextArea, t, toast } from '../kit/index.ts';
import { attempt } from './attempt.ts';
import styles from './Journal.module.css';

/** What is worth remembering of a customer, in words of one's own. */
export function Notes({ view, onChanged }: { view: CustomerView; onChanged(): void }) {
  const { id } = view.customer;
  const [text, setText] = useState('');
  const notes = view.journal.flatMap(({ content, ...entry }) =>
    content.kind === 'note' ? [{ ...entry, content }] : [],
  );

  const tryTo = (work: () => Promise<unknown>) => attempt(work, onChanged);

  async function remove(entry: number, content: NoteContent): Promise<void> {
    const undo = () => void tryTo(() => connectEngine().writeEntry(id, { text: content.text }));
    if (await tryTo(() => connectEngine().changeEntry(id, entry, null))) {
      toast(t(journalTexts.noteRemoved), { undo });
    }
  }

  return (
    <div class={styles.journal}>
      <form
        class={styles.form}
        onSubmit={event => {
          event.preventDefault();
          void tryTo(() => connectEngine().writeEntry(id, { text })).then(done => done && setText(''));
        }}
      >
        <TextArea label={t(journalTexts.noteLabel)} rows={2} value={text} onInput={setText} />
        <Button size="small" submit disabled={text.trim() === ''}>
          {t(journalTexts.addNote)}
        </Button>
      </form>
      {notes.length > 0 && (
        <ul class={styles.list}>
          {notes.map(({ id: entry, at, content }) => (
            <li key={entry} class={styles.entry}>
              <div>
                <p class={styles.text}>{content.text}</p>
                <time class={styles.when}>{formatDay(language.value, localDay(new Date(at)))}</time>
              </div>
              <IconButton
                icon={Trash2}
                size="small"
                label={t(journalTexts.removeNote)}
                onClick={() => void remove(entry, content)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
