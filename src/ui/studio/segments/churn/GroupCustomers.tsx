import type { ChurnGroup } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { shareText } from '../../words.ts';
import { ModelWait } from '../ModelWait.tsx';
import { tried } from '../tried.ts';
import { useChurn } from './useChurn.ts';

/** The customers behind one number of the page, under the settings that are tried. */
export function GroupCustomers({ group }: { group: ChurnGroup }) {
  const run = useChurn();
  if (!run.view) return <ModelWait title={t(churnTexts.back)} run={run} />;
  const settings = tried.churn.value;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'churn' }}
      back={t(churnTexts.back)}
      title={titleOf(group)}
      nobody={t(churnTexts.nobody)}
      of={JSON.stringify([group, settings])}
      load={(offset, limit) => engine.churnCustomers({ settings, group, offset, limit })}
    />
  );
}

function titleOf(group: ChurnGroup): string {
  switch (group.is) {
    case 'tenth':
      return t(churnTexts.grouptenth, {
        from: shareText(group.tenth / 10),
        to: shareText((group.tenth + 1) / 10),
      });
    case 'bin':
    case 'bought':
      return t(churnTexts[`group${group.is}`], { bin: group.bin + 1 });
    default:
      return t(churnTexts[`group${group.is}`]);
  }
}
