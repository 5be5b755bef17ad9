import { useId, useState } from 'preact/hooks';
import { dayFromIso, isoOf } from '../../../domain/index.ts';
import { formatDay } from '../../../i18n/index.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { Button, Dialog, language, TextInput, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import styles from './DayDialog.module.css';
import { setDay } from './day.ts';
import { dialog, draft } from './session.ts';

/** Chooses the day at which rules are evaluated: today, the day of the last order, or any other. */
export function DayDialog() {
  const name = useId();
  const { fixedDay, latestOrder } = workspace.value!;
  const [choice, setChoice] = useState<'today' | 'last' | 'other'>(
    fixedDay === null ? 'today' : fixedDay === latestOrder ? 'last' : 'other',
  );
  const [other, setOther] = useState(isoOf(fixedDay ?? latestOrder ?? draft.value?.preview.value?.asOf ?? 0));
  const day = choice === 'today' ? null : choice === 'last' ? latestOrder : dayFromIso(other);
  const close = () => {
    dialog.value = null;
  };

  const option = (id: typeof choice, label: string) => (
    <label class={styles.option}>
      <input type="radio" name={name} checked={choice === id} onChange={() => setChoice(id)} />
      {label}
    </label>
  );

  return (
    <Dialog
      title={t(rulesTexts.asOfTitle)}
      onClose={close}
      onSubmit={() => {
        if (choice !== 'today' && day === null) return;
        close();
        void setDay(day);
      }}
      actions={
        <>
          <Button onClick={close}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" submit disabled={choice !== 'today' && day === null}>
            {t(rulesTexts.apply)}
          </Button>
        </>
      }
    >
      <div class={styles.options} role="radiogroup" aria-label={t(rulesTexts.asOfTitle)}>
        {option('today', t(rulesTexts.asOfToday))}
        {latestOrder !== null &&
          option('last', t(rulesTexts.asOfLastOrder, { day: formatDay(language.value, latestOrder) }))}
        <div class={styles.row}>
          {option('other', t(rulesTexts.asOfFixed))}
          <TextInput
            type="date"
            aria-label={t(rulesTexts.asOfFixed)}
            value={other}
            onFocus={() => setChoice('other')}
            onInput={setOther}
          />
        </div>
      </div>
      <p class={styles.hint}>{t(rulesTexts.asOfHint)}</p>
    </Dialog>
  );
}
