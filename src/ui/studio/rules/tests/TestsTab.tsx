import { CircleCheck, CircleHelp, CircleX, FlaskConical, type IconNode } from 'lucide';
import type { TestPreview } from '../../../../engine/index.ts';
import { testTexts } from '../../../../i18n/checks.ts';
import { Button, describeReason, EmptyState, Icon, language, t } from '../../../kit/index.ts';
import { go } from '../../route.ts';
import { workspace } from '../../workspace.ts';
import type { Draft } from '../draft.ts';
import { lineOf } from '../notes.ts';
import { cursor, editor, setText } from '../session.ts';
import { shiftOffset } from '../shift.ts';
import { exampleTest } from './example.ts';
import { MutationScore } from './MutationScore.tsx';
import styles from './TestsTab.module.css';
import { describeTest } from './words.ts';

const icons: Readonly<Record<TestPreview['verdict'], IconNode>> = {
  pass: CircleCheck,
  fail: CircleX,
  unknown: CircleHelp,
};

/** The rule tests of the text with what they came to, those that do not pass first; pressing one goes to its line. */
export function TestsTab({ draft }: { draft: Draft }) {
  const tests = draft.preview.value?.tests ?? [];
  const previewed = draft.previewed.value ?? '';
  if (tests.length === 0) {
    const insert = () => {
      const text = draft.text.peek();
      const added = exampleTest(text, language.value);
      setText(`${text.trimEnd()}\n\n${added}\n`);
      reveal(text.trimEnd().length + 2, text.trimEnd().length + 2 + added.length);
    };
    return (
      <EmptyState
        icon={FlaskConical}
        title={t(testTexts.none)}
        text={t(testTexts.noneHint)}
        actions={<Button onClick={insert}>{t(testTexts.insert)}</Button>}
      />
    );
  }
  const [passing, failing] = [true, false].map(wanted =>
    tests.filter(each => (each.verdict === 'pass') === wanted),
  ) as [TestPreview[], TestPreview[]];
  const jump = ({ start, at }: TestPreview) => {
    const [from, to] = (at ?? [start, start]).map(offset =>
      shiftOffset(previewed, draft.text.peek(), offset),
    );
    reveal(from!, to!);
  };
  const list = (shown: readonly TestPreview[]) => (
    <ul>
      {shown.map(each => (
        <li key={each.name} class={styles.item}>
          <button type="button" class={styles.test} onClick={() => jump(each)}>
            <span class={styles.icon} data-verdict={each.verdict}>
              <Icon of={icons[each.verdict]} />
              <span class="visually-hidden">{t(testTexts[`verdict${each.verdict}`])}</span>
            </span>
            <span>
              <span class={styles.name}>{each.name}</span>
              {each.verdict !== 'pass' && <span class={styles.message}>{describeTest(each)}</span>}
              {each.reasons.length > 0 && (
                <span class={styles.reasons}>
                  {t(testTexts.because)}{' '}
                  {each.reasons
                    .map(reason => describeReason(reason, workspace.value?.currency ?? 'CNY'))
                    .join(', ')}
                </span>
              )}
            </span>
            <span class={styles.line}>{t(testTexts.line, { line: lineOf(previewed, each.start) })}</span>
          </button>
          {each.verdict === 'fail' && each.customer && (
            <Button size="small" kind="quiet" onClick={() => go('customers', each.customer!)}>
              {String(each.args.customer)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <div class={styles.tab}>
      <p class={styles.summary} role="status">
        {t(testTexts.summary, { passed: passing.length, total: tests.length })}
      </p>
      {failing.length > 0 && list(failing)}
      <MutationScore draft={draft} />
      {passing.length > 0 && list(passing)}
    </div>
  );
}

function reveal(start: number, end: number): void {
  cursor.value = start;
  editor.value?.reveal(start, end);
}
