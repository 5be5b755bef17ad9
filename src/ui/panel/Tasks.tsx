import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { type CustomerView, dayFromIso, localDay, startOf, type TaskContent } from '../../domain/index.ts';
import { formatDay } from '../../i18n/index.ts';
import { journalTexts } from '../../i18n/journal.ts';
import { connectEngine } from '../../shell/index.ts';
import { Button, Checkbox, Field, IconButton, language, TextInput, t, toast } from '../kit/index.ts';
import { attempt } from './attempt.ts';
import styles from './Journal.module.css';

/** What is to be done for a customer, the open ones first. */
export function Tasks({ view, onChanged }: { view: CustomerView; onChanged(): void }) {
  const { id } = view.customer;
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const tasks = tasksOf(view);

  const tryTo = (work: () => Promise<unknown>) => attempt(work, onChanged);

  async function add(): Promise<void> {
    const entry = { text, due: dayFromIso(due) };
    if (!(await tryTo(() => connectEngine().writeEntry(id, entry)))) return;
    setText('');
    setDue('');
  }

  async function remove(entry: number, { text, due }: TaskContent): Promise<void> {
    const undo = () => void tryTo(() => connectEngine().writeEntry(id, { text, due }));
    if (await tryTo(() => connectEngine().changeEntry(id, entry, null))) {
      toast(t(journalTexts.taskRemoved), { undo });
    }
  }

  return (
    <div class={styles.journal}>
      {tasks.length > 0 && (
        <ul class={styles.list}>
          {tasks.map(({ id: entry, content }) => (
            <li key={entry} class={styles.entry}>
              <div class={content.doneAt === null ? styles.task : `${styles.task} ${styles.done}`}>
                <Checkbox
                  label={content.text}
                  checked={content.doneAt !== null}
                  onChange={done =>
                    void tryTo(() =>
                      connectEngine().changeEntry(id, entry, {
                        ...content,
                        doneAt: done ? Date.now() : null,
                      }),
                    )
                  }
                />
                <When content={content} />
              </div>
              <IconButton
                icon={Trash2}
                size="small"
                label={t(journalTexts.removeTask, { text: content.text })}
                onClick={() => void remove(entry, content)}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        class={styles.form}
        onSubmit={event => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          value={text}
          onInput={setText}
          maxLength={200}
          aria-label={t(journalTexts.taskLabel)}
          placeholder={t(journalTexts.taskPlaceholder)}
        />
        {text.trim() !== '' && (
          <div class={styles.row}>
            <Field label={t(journalTexts.due)}>
              <TextInput type="date" value={due} onInput={setDue} />
            </Field>
            <Button size="small" submit>
              {t(journalTexts.addTask)}
            </Button>
          </div>
        )}
      </form>
    </div>
  );
}

/** A customer's tasks: open ones by the day on which they are due, then those that are done, the latest first. */
export function tasksOf({ journal }: Pick<CustomerView, 'journal'>) {
  const tasks = journal.flatMap(({ content, ...entry }) =>
    content.kind === 'task' ? [{ ...entry, content }] : [],
  );
  const order = ({ content: { doneAt, due } }: (typeof tasks)[number]) =>
    doneAt === null ? (due === null ? Number.MAX_VALUE / 4 : startOf(due)) : Number.MAX_VALUE / 2 - doneAt;
  return tasks.sort((one, other) => order(one) - order(other));
}

function When({ content: { due, doneAt } }: { content: TaskContent }) {
  const show = (day: number) => formatDay(language.value, day);
  if (doneAt !== null) {
    const date = show(localDay(new Date(doneAt)));
    return <span class={styles.when}>{t(journalTexts.doneOn, { date })}</span>;
  }
  if (due === null) return null;
  const isOver = due < localDay(new Date());
  return (
    <span class={isOver ? styles.overdue : styles.when}>
      {t(isOver ? journalTexts.overdue : journalTexts.dueOn, { date: show(due) })}
    </span>
  );
}
