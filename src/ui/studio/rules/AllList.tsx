import { BookOpenText } from 'lucide';
import { rulesTexts } from '../../../i18n/studio.ts';
import { sampleRules } from '../../../rules/index.ts';
import { Button, EmptyState, Icon, language, t } from '../../kit/index.ts';
import { count, shareText } from '../words.ts';
import styles from './AllList.module.css';
import type { Draft } from './draft.ts';
import { kindIcons } from './kinds.ts';
import { pick, setText } from './session.ts';

/** Every declaration with how many it holds for; pressing one shows who. */
export function AllList({ draft }: { draft: Draft }) {
  const shown = draft.shown.value;
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={BookOpenText}
        title={t(rulesTexts.noDeclarations)}
        text={t(rulesTexts.noDeclarationsHint)}
        actions={
          <Button onClick={() => setText(sampleRules[language.value])}>{t(rulesTexts.insertSample)}</Button>
        }
      />
    );
  }
  return (
    <ul class={styles.list}>
      {shown.map(each => (
        <li key={`${each.kind} ${each.name}`}>
          <button
            type="button"
            class={styles.item}
            style={{ '--share': `${each.share * 100}%` }}
            data-held={each.held ? '' : undefined}
            onClick={() => pick(each.start, 'matches')}
          >
            <Icon of={kindIcons[each.kind]} size={14} />
            <span class={styles.name}>{each.name}</span>
            {each.enters > 0 && <span class={styles.enters}>+{count(each.enters)}</span>}
            {each.leaves > 0 && <span class={styles.leaves}>−{count(each.leaves)}</span>}
            <span class={styles.count}>{count(each.count)}</span>
            <span class={styles.share}>{shareText(each.share)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
