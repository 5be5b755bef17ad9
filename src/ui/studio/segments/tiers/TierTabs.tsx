import type { ComponentChildren } from 'preact';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Page, Tabs, t } from '../../../kit/index.ts';
import { go } from '../../route.ts';
import styles from './Tiers.module.css';

export interface TierTabsProps {
  selected: 'ladder' | 'score';
  lead?: string | undefined;
  children: ComponentChildren;
}

/** The page on tiers: the ladder or the score it may stand on. */
export function TierTabs({ selected, lead, children }: TierTabsProps) {
  return (
    <Page title={t(tierTexts.title)} size="wide" {...(lead ? { lead } : {})}>
      <Tabs
        label={t(tierTexts.tabs)}
        tabs={(['ladder', 'score'] as const).map(id => ({ id, label: t(tierTexts[`tab${id}`]) }))}
        selected={selected}
        onSelect={id => go('segments', id === 'score' ? 'tiers score' : 'tiers')}
      >
        <div class={styles.stack}>{children}</div>
      </Tabs>
    </Page>
  );
}
