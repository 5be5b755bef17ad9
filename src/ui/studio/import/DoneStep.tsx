import { BookOpenText, CircleCheck, Users } from 'lucide';
import { useState } from 'preact/hooks';
import type { ImportDone } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, Icon, t } from '../../kit/index.ts';
import { go } from '../route.ts';
import { count } from '../words.ts';
import styles from './DoneStep.module.css';
import { startAnew } from './flow.ts';
import { Leftover, leftoverOf } from './Leftover.tsx';
import { Notices } from './Notices.tsx';

/** The import is done: what came in, what was left behind and can still be mended, and where to go on. */
export function DoneStep({ done }: { done: ImportDone }) {
  const [left, setLeft] = useState(() => leftoverOf(done));
  const { newCustomers, matchedCustomers, orders, interactions } = done;
  const numbers = [
    { value: newCustomers, label: t(dryRunTexts.new, { count: newCustomers }) },
    { value: matchedCustomers, label: t(dryRunTexts.matched) },
    ...(orders > 0 ? [{ value: orders, label: t(dryRunTexts.ordersIn, { count: orders }) }] : []),
    ...(interactions > 0
      ? [{ value: interactions, label: t(dryRunTexts.interactions, { count: interactions }) }]
      : []),
  ];
  return (
    <div class={styles.done}>
      <div role="status" class={styles.words}>
        <h2 class={styles.title}>
          <Icon of={CircleCheck} size={20} />
          {done.files.length === 1
            ? t(importTexts.doneTitle, { file: done.files[0]!.fileName })
            : t(importTexts.doneSeveral, { count: done.files.length })}
        </h2>
        <p class={styles.numbers}>
          {numbers.map(({ value, label }) => (
            <span key={label}>
              <strong>{count(value)}</strong> {label}
            </span>
          ))}
        </p>
      </div>
      <Notices notes={done.notes} />
      <Leftover id={done.id} left={left} onChange={setLeft} />
      <div class={styles.next}>
        <Button onClick={startAnew}>{t(importTexts.another)}</Button>
        <Button icon={Users} onClick={() => go('customers')}>
          {t(importTexts.seeCustomers)}
        </Button>
        <Button kind="primary" icon={BookOpenText} onClick={() => go('rules')}>
          {t(importTexts.writeRules)}
        </Button>
      </div>
    </div>
  );
}
