import { Import, Users } from 'lucide';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Button, EmptyState, t } from '../../../kit/index.ts';
import { go } from '../../route.ts';
import { TierTabs, type TierTabsProps } from './TierTabs.tsx';

/** Nobody to stand anywhere: the way to the first ones. */
export function NoCustomers({ selected }: Pick<TierTabsProps, 'selected'>) {
  return (
    <TierTabs selected={selected}>
      <EmptyState
        icon={Users}
        title={t(tierTexts.none)}
        text={t(tierTexts.noneHint)}
        actions={
          <Button kind="primary" icon={Import} onClick={() => go('import')}>
            {t(tierTexts.import)}
          </Button>
        }
      />
    </TierTabs>
  );
}
