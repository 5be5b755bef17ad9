import { useState } from 'preact/hooks';
import { type Customer, type CustomerView, fieldOf } from '../../domain/index.ts';
import type { CustomerDraft } from '../../engine/index.ts';
import { qualityTexts } from '../../i18n/quality.ts';
import { connectEngine } from '../../shell/index.ts';
import { Button, describeCode, describeProblem, Field, language, TextInput, t, toast } from '../kit/index.ts';
import { ColumnInput } from './ColumnInput.tsx';
import { splitList } from './draft.ts';
import styles from './ToAsk.module.css';

/** What should be known of this customer and is not: asked in passing, written down on the spot. */
export function ToAsk({ view, onChanged }: { view: CustomerView; onChanged(): void }) {
  return (
    <ul class={styles.list}>
      {view.toAsk.map(field => (
        <li key={field}>
          <Question customer={view.customer} id={field} view={view} onChanged={onChanged} />
        </li>
      ))}
    </ul>
  );
}

function Question(props: { customer: Customer; id: string; view: CustomerView; onChanged(): void }) {
  const { customer, id, view, onChanged } = props;
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const field = fieldOf('customer', id, view.ownFields);
  const label = field[language.value];

  async function save(): Promise<void> {
    if (value.trim() === '' || busy) return;
    setBusy(true);
    try {
      const result = await connectEngine().saveCustomer(answer(customer, id, value));
      const wrong = result.ok ? undefined : result.faults[0];
      setFault(wrong && describeCode(wrong.code, wrong.args));
      if (result.ok) {
        toast(t(qualityTexts.toAskDone, { field: label }));
        onChanged();
      }
    } catch (error) {
      setFault(describeProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class={styles.question}
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={label} error={fault}>
        {field.place === 'column' ? (
          <ColumnInput field={field} value={value} onChange={setValue} />
        ) : (
          <TextInput value={value} onInput={setValue} />
        )}
      </Field>
      {value.trim() !== '' && (
        <Button size="small" submit busy={busy}>
          {t(qualityTexts.toAskSave)}
        </Button>
      )}
    </form>
  );
}

/** The customer with one more thing known; everything else stays as it is. */
function answer({ id, name }: Customer, field: string, value: string): CustomerDraft {
  const draft = { id, name, source: 'hand' };
  if (field === 'email') return { ...draft, emails: splitList(value) };
  if (field === 'phone') return { ...draft, phones: splitList(value) };
  if (field === 'name' || field === 'company' || field === 'title') return { ...draft, [field]: value };
  return { ...draft, columns: { [field]: value } };
}
