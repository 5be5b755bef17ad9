import { useState } from 'preact/hooks';
import { type Customer, localDay } from '../../domain/index.ts';
import { formatDay } from '../../i18n/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { connectEngine } from '../../shell/index.ts';
import { describeCode, describeProblem, language, Tag, TextInput, t, toast } from '../kit/index.ts';
import styles from './HandTags.module.css';

/** Tags that people put on this customer, with who and when; added with Enter, removed with a way back. */
export function HandTags(props: { customer: Customer; onChanged(): void }) {
  const { customer, onChanged } = props;
  const [text, setText] = useState('');

  async function save(tags: readonly string[]): Promise<boolean> {
    const { id, name } = customer;
    try {
      const result = await connectEngine().saveCustomer({ id, name, tags, source: 'hand' });
      const fault = result.ok ? undefined : result.faults[0];
      if (fault) toast(describeCode(fault.code, fault.args), { tone: 'error' });
      else onChanged();
      return result.ok;
    } catch (error) {
      toast(describeProblem(error), { tone: 'error' });
      return false;
    }
  }

  const names = customer.tags.map(each => each.tag);

  async function add(): Promise<void> {
    const tag = text.trim();
    if (tag === '') return;
    if (names.includes(tag) || (await save([...names, tag]))) setText('');
  }

  async function remove(tag: string): Promise<void> {
    const kept = names.filter(each => each !== tag);
    if (await save(kept)) toast(t(panelTexts.tagRemoved, { tag }), { undo: () => void save(names) });
  }

  return (
    <>
      {customer.tags.length > 0 && (
        <ul class={styles.tags}>
          {customer.tags.map(each => (
            <li key={each.tag} class={styles.tag}>
              <Tag tone="accent" onRemove={() => void remove(each.tag)}>
                {each.tag}
              </Tag>
              <span class={styles.by}>
                {t(panelTexts.taggedBy, {
                  author: each.author === 'hand' ? t(panelTexts.you) : each.author,
                  date: formatDay(language.value, localDay(new Date(each.at))),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={event => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          value={text}
          onInput={setText}
          maxLength={60}
          aria-label={t(panelTexts.addTag)}
          placeholder={t(panelTexts.addTagPlaceholder)}
        />
      </form>
    </>
  );
}
