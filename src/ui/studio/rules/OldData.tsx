import { CalendarClock } from 'lucide';
import { formatDay } from '../../../i18n/index.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { Button, Icon, language, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import { setDay } from './day.ts';
import type { Draft } from './draft.ts';
import styles from './OldData.module.css';

/** From how many days after the last order on today is probably not the day that is meant. */
const oldFrom = 90;

/** Where the data ends long ago: says why nobody is found, and offers the day of the last order. */
export function OldData({ draft }: { draft: Draft }) {
  const { fixedDay, latestOrder } = workspace.value!;
  const asOf = draft.preview.value?.asOf;
  if (fixedDay !== null || latestOrder === null || asOf === undefined || asOf - latestOrder < oldFrom) {
    return null;
  }
  return (
    <div class={styles.hint} role="status">
      <Icon of={CalendarClock} />
      <p class={styles.text}>{t(rulesTexts.asOfOld, { day: formatDay(language.value, latestOrder) })}</p>
      <Button size="small" onClick={() => void setDay(latestOrder)}>
        {t(rulesTexts.asOfUse)}
      </Button>
    </div>
  );
}
