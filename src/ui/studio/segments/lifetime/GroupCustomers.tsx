import type { LifetimeGroup, LifetimeView } from '../../../../engine/index.ts';
import { formatShare } from '../../../../i18n/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { language, t } from '../../../kit/index.ts';
import { CustomersBehind } from '../../customers/CustomersBehind.tsx';
import { engine } from '../../engine.ts';
import { ModelWait } from '../ModelWait.tsx';
import { tried } from '../tried.ts';
import { useLifetime } from './useLifetime.ts';
import { repeatsText, valueRange } from './words.ts';

/** The customers behind one number of the page, under the settings that are tried. */
export function GroupCustomers({ group }: { group: LifetimeGroup }) {
  const run = useLifetime();
  if (!run.view) return <ModelWait title={t(lifetimeTexts.back)} run={run} />;
  const settings = tried.lifetime.value;
  return (
    <CustomersBehind
      from={{ screen: 'segments', id: 'lifetime' }}
      back={t(lifetimeTexts.back)}
      title={titleOf(group, run.view)}
      nobody={t(lifetimeTexts.nobody)}
      of={JSON.stringify([group, settings])}
      load={(offset, limit) => engine.lifetimeCustomers({ settings, group, offset, limit })}
    />
  );
}

function titleOf(group: LifetimeGroup, view: LifetimeView): string {
  switch (group.is) {
    case 'top':
      return t(lifetimeTexts.groupTop);
    case 'without':
      return t(lifetimeTexts.groupWithout);
    case 'value':
      return t(lifetimeTexts.groupValue, { range: valueRange(view, group.bin) });
    case 'alive': {
      const [from, to] = [group.tenth / 10, (group.tenth + 1) / 10].map(share =>
        formatShare(language.value, share),
      );
      return t(lifetimeTexts.groupAlive, { from: from!, to: to! });
    }
    case 'repeats':
      return t(lifetimeTexts.groupRepeats, { repeats: repeatsText(view, group.repeats) });
    case 'retention':
      return t(lifetimeTexts[`group${group.of}`]);
  }
}
