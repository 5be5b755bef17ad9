import { Blend, FlaskConical, List, TriangleAlert } from 'lucide';
import { useEffect } from 'preact/hooks';
import { testTexts } from '../../../i18n/checks.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { distributionTexts, overlapTexts, rulesTexts } from '../../../i18n/studio.ts';
import { later, type Tab, Tabs, t } from '../../kit/index.ts';
import { count } from '../words.ts';
import { AllList } from './AllList.tsx';
import { DeclarationHead } from './DeclarationHead.tsx';
import type { Draft } from './draft.ts';
import { MembersList } from './MembersList.tsx';
import { ProblemsList } from './ProblemsList.tsx';
import styles from './SidePane.module.css';
import { picked, type SideTab, sideTab } from './session.ts';
import { allNotes, watchFindings } from './tests/findings.ts';

const DistributionTab = later(async () => (await import('./DistributionTab.tsx')).DistributionTab);
const OverlapTab = later(async () => (await import('./OverlapTab.tsx')).OverlapTab);
const TestsTab = later(async () => (await import('./tests/TestsTab.tsx')).TestsTab);
const WhyTab = later(async () => (await import('./why/WhyTab.tsx')).WhyTab);

/** The truth beside the text: who the declaration at the cursor finds, all declarations, what is wrong. */
export function SidePane({ draft }: { draft: Draft }) {
  useEffect(() => watchFindings(draft), [draft]);
  const declaration = picked.value;
  const tab = sideTab.value;
  const aboutOne = tab === 'matches' || tab === 'enters' || tab === 'leaves';
  const problems = allNotes.value.filter(note => note.severity !== 'info').length; // remarks are no problems
  const tabs: Tab<SideTab>[] = [
    { id: 'matches', label: t(rulesTexts.tabMatches), ...counted(declaration?.count) },
    ...difference('enters', t(rulesTexts.tabEnters), declaration?.enters ?? 0, tab),
    ...difference('leaves', t(rulesTexts.tabLeaves), declaration?.leaves ?? 0, tab),
    { id: 'why', label: t(proofTexts.tab) },
    { id: 'distribution', label: t(distributionTexts.tab) },
    { id: 'overlap', label: t(overlapTexts.tab), icon: Blend },
    { id: 'all', label: t(rulesTexts.tabAll), icon: List, apart: true },
    { id: 'tests', label: t(testTexts.tab), icon: FlaskConical, ...failing(draft) },
    {
      id: 'problems',
      label: t(rulesTexts.tabProblems),
      icon: TriangleAlert,
      ...counted(problems || undefined),
    },
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
          {tab === 'why' && <WhyTab draft={draft} />}
          {tab === 'distribution' && <DistributionTab draft={draft} />}
          {tab === 'overlap' && <OverlapTab />}
          {tab === 'all' && <AllList draft={draft} />}
          {tab === 'tests' && <TestsTab draft={draft} />}
          {tab === 'problems' && <ProblemsList draft={draft} />}
        </Tabs>
      </div>
    </aside>
  );
}

/** A tab of a difference: there only while there is one, or while it is open. */
function difference(id: 'enters' | 'leaves', label: string, found: number, open: SideTab) {
  return found > 0 || open === id ? [{ id, label, ...counted(found || undefined) }] : [];
}

/** How many tests do not pass, where some do not. */
function failing(draft: Draft): { count?: string } {
  const tests = draft.preview.value?.tests ?? [];
  return counted(tests.filter(each => each.verdict === 'fail').length || undefined);
}

function counted(value: number | undefined): { count?: string } {
  return value === undefined ? {} : { count: count(value) };
}
