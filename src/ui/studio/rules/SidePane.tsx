import { rulesTexts } from '../../../i18n/studio.ts';
import { Tabs, t } from '../../kit/index.ts';
import { count } from '../words.ts';
import { AllList } from './AllList.tsx';
import { DeclarationHead } from './DeclarationHead.tsx';
import type { Draft } from './draft.ts';
import { MembersList } from './MembersList.tsx';
import { ProblemsList } from './ProblemsList.tsx';
import styles from './SidePane.module.css';
import { picked, type SideTab, sideTab } from './session.ts';

/** The truth beside the text: who the declaration at the cursor finds, all declarations, what is wrong. */
export function SidePane({ draft }: { draft: Draft }) {
  const declaration = picked.value;
  const tab = sideTab.value;
  const aboutOne = tab === 'matches' || tab === 'enters' || tab === 'leaves';
  const problems = draft.notes.value.length;
  const tabs: { id: SideTab; label: string; count?: string }[] = [
    { id: 'matches', label: t(rulesTexts.tabMatches), ...counted(declaration?.count) },
    { id: 'enters', label: t(rulesTexts.tabEnters), ...counted(declaration?.enters || undefined) },
    { id: 'leaves', label: t(rulesTexts.tabLeaves), ...counted(declaration?.leaves || undefined) },
    { id: 'all', label: t(rulesTexts.tabAll) },
    { id: 'problems', label: t(rulesTexts.tabProblems), ...counted(problems || undefined) },
  ];
  return (
    <aside class={styles.pane} aria-label={t(rulesTexts.sideLabel)}>
      <DeclarationHead draft={draft} />
      <div class={styles.tabs}>
        <Tabs
          label={t(rulesTexts.sideLabel)}
          tabs={tabs}
          selected={tab}
          onSelect={id => (sideTab.value = id)}
        >
          {aboutOne && <MembersList draft={draft} show={tab} />}
          {tab === 'all' && <AllList draft={draft} />}
          {tab === 'problems' && <ProblemsList draft={draft} />}
        </Tabs>
      </div>
    </aside>
  );
}

function counted(value: number | undefined): { count?: string } {
  return value === undefined ? {} : { count: count(value) };
}
