import { useEffect, useState } from 'preact/hooks';
import type { ClusterGroup, ClustersView } from '../../../../engine/index.ts';
import { clusterTexts } from '../../../../i18n/clusters.ts';
import { t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { ClusterPage } from './ClusterPage.tsx';
import { groupOf } from './groups.ts';
import { found } from './state.ts';
import { clusterTitle } from './words.ts';

/** Clusters: the page, or the customers behind the number that the address names. */
export function ClusterScreen({ what }: { what: string }) {
  const group = groupOf(what);
  return group ? <GroupCustomers key={what} group={group} /> : <ClusterPage />;
}

function GroupCustomers({ group }: { group: ClusterGroup }) {
  const [view, setView] = useState<ClustersView | null>(null);
  useEffect(() => void engine.clusters(null, found.peek()).then(setView, report), []);
  if (!view) return null;
  const fit = view.shown?.fit ?? null;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'clusters' }}
      back={t(clusterTexts.back)}
      title={titleOf(group, view)}
      nobody={t(clusterTexts.nobody)}
      of={JSON.stringify([group, fit])}
      load={(offset, limit) => engine.clusterCustomers({ fit, group, offset, limit })}
    />
  );
}

function titleOf(group: ClusterGroup, { shown }: ClustersView): string {
  if (!('at' in group))
    return t(group.is === 'unknown' ? clusterTexts.unknownTitle : clusterTexts.changedTitle);
  const name = clusterTitle(shown?.clusters[group.at]?.name ?? String(group.at + 1));
  if (group.is === 'cluster') return name;
  return t(group.is === 'rule' ? clusterTexts.ruleTitle : clusterTexts.missedTitle, { name });
}
