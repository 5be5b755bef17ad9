import { Copy, TextCursorInput } from 'lucide';
import { useMemo } from 'preact/hooks';
import { referenceTexts } from '../../../i18n/proof.ts';
import type { ReferenceEntry } from '../../../rules/index.ts';
import { copyText, IconButton, language, t, toast } from '../../kit/index.ts';
import { TokenLine } from '../rules/RuleText.tsx';
import { draft, setText } from '../rules/session.ts';
import styles from './Entry.module.css';
import { givenValue } from './given.ts';

/** One thing that can be said: how it is written in both languages, what it means, an example and what that gives. */
export function Entry({ entry }: { entry: ReferenceEntry }) {
  const { spellings, others, help, example, whole } = entry;
  const given = useMemo(() => givenValue(entry), [entry, language.value]);
  const name = spellings[0] ?? entry.id;

  function insert(): void {
    const before = draft.value!.text.peek();
    setText(`${before.trimEnd()}\n\n${example.trimEnd()}\n`.trimStart());
    toast(t(referenceTexts.inserted), { undo: () => setText(before) });
  }

  return (
    <article class={styles.entry}>
      <h3 class={styles.spellings}>
        {spellings.map(each => (
          <code key={each} class={styles.spelling}>
            {each}
          </code>
        ))}
        {others.map(each => (
          <code key={each} class={styles.other} lang={language.value === 'zh' ? 'en' : 'zh-CN'}>
            {each}
          </code>
        ))}
      </h3>
      <p class={styles.help}>{help}</p>
      <div class={styles.example}>
        <pre class={styles.code}>
          {example.split('\n').map((line, index) => (
            <div key={index} class={styles.codeLine}>
              <TokenLine line={line} />
            </div>
          ))}
        </pre>
        <span class={styles.gives}>{t(referenceTexts.gives, { value: given })}</span>
        <span class={styles.actions}>
          {whole && draft.value && (
            <IconButton
              icon={TextCursorInput}
              size="small"
              label={t(referenceTexts.insert, { name })}
              onClick={insert}
            />
          )}
          <IconButton
            icon={Copy}
            size="small"
            label={t(referenceTexts.copy, { name })}
            onClick={() => void copyText(example)}
          />
        </span>
      </div>
    </article>
  );
}
