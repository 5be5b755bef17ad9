import { useState } from 'preact/hooks';
import { columnFields } from '../../../domain/index.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { Button, Checkbox, Dialog, ErrorNote, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import styles from './Quality.module.css';
import { fieldLabel } from './words.ts';

const offered = () => [
  'name',
  'phone',
  'email',
  'company',
  'title',
  ...columnFields('customer').flatMap(({ id, kind }) => (kind === 'texts' ? [] : [id])),
];

/** Which fields should be known of everybody. */
export function KeyFields(props: { chosen: readonly string[]; onClose(): void; onSaved(): void }) {
  const [chosen, setChosen] = useState(props.chosen);
  const [problem, setProblem] = useState<unknown>(null);
  const save = (fields: readonly string[] | null) =>
    void engine.setKeyFields(fields).then(props.onSaved, setProblem);

  return (
    <Dialog
      title={t(qualityTexts.choose)}
      onClose={props.onClose}
      onSubmit={() => save(offered().filter(field => chosen.includes(field)))}
      actions={
        <>
          <Button kind="quiet" onClick={() => save(null)}>
            {t(qualityTexts.usual)}
          </Button>
          <Button onClick={props.onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" submit disabled={chosen.length === 0}>
            {t(qualityTexts.save)}
          </Button>
        </>
      }
    >
      <p class={styles.why}>{t(qualityTexts.chooseHint)}</p>
      <div class={styles.choices}>
        {offered().map(field => (
          <Checkbox
            key={field}
            label={fieldLabel(field)}
            checked={chosen.includes(field)}
            onChange={checked => setChosen(checked ? [...chosen, field] : chosen.filter(id => id !== field))}
          />
        ))}
      </div>
      {problem !== null && <ErrorNote error={problem} />}
    </Dialog>
  );
}
