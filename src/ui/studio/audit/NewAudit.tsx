import { useEffect, useState } from 'preact/hooks';
import type { OwnField } from '../../../domain/index.ts';
import type { AuditSize } from '../../../engine/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { formatShare } from '../../../i18n/index.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import {
  Button,
  Checkbox,
  Dialog,
  ErrorNote,
  Field,
  language,
  Select,
  TextInput,
  t,
} from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { go } from '../route.ts';
import { auditableFields, usualFields } from './fields.ts';
import styles from './NewAudit.module.css';

const rates = ['0.005', '0.01', '0.02', '0.05'];
const confidences = ['0.9', '0.95', '0.99'];

/** Settles what is drawn, and draws it. */
export function NewAudit({ onClose }: { onClose(): void }) {
  const [tolerated, setTolerated] = useState<string>('0.01');
  const [confidence, setConfidence] = useState<string>('0.95');
  const [advice, setAdvice] = useState<AuditSize | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [seed, setSeed] = useState(() => String(Math.floor(Math.random() * 1_000_000)));
  const [own, setOwn] = useState<readonly OwnField[]>([]);
  const [chosen, setChosen] = useState(usualFields);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const share = (value: string | number) => formatShare(language.value, Number(value));

  useEffect(() => {
    const strictness = { tolerated: Number(tolerated), confidence: Number(confidence) };
    engine.auditSize(strictness).then(setAdvice, setProblem);
  }, [tolerated, confidence]);

  useEffect(() => {
    engine.ownFields().then(found => setOwn(found.map(({ field }) => field)), setProblem);
  }, []);

  const auditable = auditableFields(own);
  const size = typed ?? String(advice?.suggested ?? '');
  const population = advice?.population ?? 0;
  const sizeFits = /^\d+$/.test(size.trim()) && Number(size) >= 1 && Number(size) <= population;
  const seedFits = /^\d+$/.test(seed.trim());
  const ready = advice !== null && sizeFits && seedFits && chosen.length > 0;

  async function draw(): Promise<void> {
    if (!ready || busy) return;
    setBusy(true);
    try {
      const { audit } = await engine.drawAudit({
        size: Number(size),
        seed: Number(seed),
        fields: auditable.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])),
        tolerated: Number(tolerated),
        confidence: Number(confidence),
      });
      go('audit', String(audit.id));
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t(auditTexts.new)}
      size="wide"
      onClose={onClose}
      onSubmit={() => void draw()}
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" submit busy={busy} disabled={!ready}>
            {t(auditTexts.draw)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        <div class={styles.two}>
          <Field label={t(auditTexts.tolerated)}>
            <Select
              value={tolerated}
              options={rates.map(value => ({ value, label: share(value) }))}
              onChange={setTolerated}
            />
          </Field>
          <Field label={t(auditTexts.confidence)}>
            <Select
              value={confidence}
              options={confidences.map(value => ({ value, label: share(value) }))}
              onChange={setConfidence}
            />
          </Field>
        </div>
        <Field
          label={t(auditTexts.size)}
          {...(advice && sizeFits ? { hint: sizeHint(Number(size), advice) } : {})}
          error={advice && !sizeFits ? t(auditTexts.sizeWrong, { population }) : undefined}
        >
          <TextInput inputMode="numeric" value={size} onInput={setTyped} />
        </Field>
        <fieldset>
          <legend class={styles.legend}>{t(auditTexts.fields)}</legend>
          <div class={styles.fields}>
            {auditable.map(field => (
              <Checkbox
                key={field.id}
                label={field[language.value]}
                checked={chosen.includes(field.id)}
                onChange={checked =>
                  setChosen(checked ? [...chosen, field.id] : chosen.filter(id => id !== field.id))
                }
              />
            ))}
          </div>
          {chosen.length === 0 && <p class={styles.wrong}>{t(auditTexts.fieldsWrong)}</p>}
        </fieldset>
        <Field
          label={t(auditTexts.seed)}
          hint={t(auditTexts.seedHint)}
          error={seedFits ? undefined : t(auditTexts.seedWrong)}
        >
          <TextInput inputMode="numeric" value={seed} onInput={setSeed} />
        </Field>
        {problem !== null && <ErrorNote error={problem} />}
      </div>
    </Dialog>
  );
}

function sizeHint(size: number, { population, needed }: AuditSize): string {
  if (size === population && size < needed) return t(auditTexts.sizeAll, { population, needed });
  const share = formatShare(language.value, size / population);
  return t(auditTexts.sizeHint, { share, population, needed });
}
