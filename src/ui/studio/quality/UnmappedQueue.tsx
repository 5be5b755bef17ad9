import { useState } from 'preact/hooks';
import { fieldOf, valueLabel } from '../../../domain/index.ts';
import type { Quality } from '../../../engine/index.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { Button, language, Select, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { readWorkspace } from '../workspace.ts';
import styles from './Quality.module.css';
import { fieldLabel } from './words.ts';

type Unmapped = Quality['unmapped'][number];

/** How many are shown at a time: the most frequent come first, and go as they are mapped. */
const SHOWN = 50;

/** Texts in fields of closed lists, and what they should mean. */
export function UnmappedQueue({ values, onMapped }: { values: readonly Unmapped[]; onMapped(): void }) {
  return (
    <section class={styles.card}>
      <header class={styles.head}>
        <div class={styles.what}>
          <h2>{t(qualityTexts.unmapped)}</h2>
          <p class={styles.why}>{t(qualityTexts.unmappedHint)}</p>
        </div>
      </header>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(qualityTexts.field)}</th>
            <th scope="col">{t(qualityTexts.unmappedText)}</th>
            <th scope="col">{t(qualityTexts.unmappedMeans)}</th>
          </tr>
        </thead>
        <tbody>
          {values.slice(0, SHOWN).map(each => (
            <UnmappedRow key={`${each.field} ${each.value}`} unmapped={each} onMapped={onMapped} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function UnmappedRow({ unmapped, onMapped }: { unmapped: Unmapped; onMapped(): void }) {
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const { field: id, value: text, count } = unmapped;
  const field = fieldOf('customer', id);
  const options = (field.values ?? []).map(each => ({ value: each.id, label: each[language.value] }));

  async function map(): Promise<void> {
    setBusy(true);
    try {
      await runJob('map', (job, onProgress) => engine.mapValue(job, { field: id, text, value }, onProgress));
      toast(t(qualityTexts.mapped, { text, value: valueLabel(field, value, language.value), count }));
      await readWorkspace();
      onMapped();
    } catch (problem) {
      report(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <tr>
      <td>{fieldLabel(id)}</td>
      <td>
        <span class={styles.text} title={text}>
          {text}
        </span>
        <span class={styles.count}>{t(qualityTexts.customers, { count })}</span>
      </td>
      <td>
        <div class={styles.means}>
          <Select
            label={`${text}: ${t(qualityTexts.unmappedMeans)}`}
            value={value}
            options={[{ value: '', label: t(qualityTexts.unmappedChoose) }, ...options]}
            onChange={setValue}
          />
          <Button size="small" disabled={value === ''} busy={busy} onClick={() => void map()}>
            {t(qualityTexts.map)}
          </Button>
        </div>
      </td>
    </tr>
  );
}
