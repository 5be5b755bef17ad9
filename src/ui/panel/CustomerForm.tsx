import { useEffect, useState } from 'preact/hooks';
import { type Field as CatalogueField, fieldOf } from '../../domain/index.ts';
import type { CustomerDraft, SaveResult } from '../../engine/index.ts';
import type { Text } from '../../i18n/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { connectEngine } from '../../shell/index.ts';
import {
  Button,
  Dialog,
  describeCode,
  ErrorNote,
  Field,
  language,
  TextInput,
  t,
  toast,
} from '../kit/index.ts';
import { ColumnInput } from './ColumnInput.tsx';
import styles from './CustomerForm.module.css';
import { formFields, splitList } from './draft.ts';

type Faults = Extract<SaveResult, { ok: false }>['faults'];

export interface CustomerFormProps {
  draft: CustomerDraft;
  /** The customer was added a moment ago, and the form only completes the record. */
  added?: boolean;
  onClose(): void;
  onSaved(id: string): void;
}

const texts = ['name', 'company', 'title', 'email', 'phone', 'address'] as const;
const isCustomers = (field: CatalogueField) => field.of === 'customer';
const label = (id: string) => t(fieldOf('customer', id) as Text<'label'>);

/** Adds a customer or edits one. What the cleaning does not accept is said at its field. */
export function CustomerForm({ draft, added = false, onClose, onSaved }: CustomerFormProps) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({
    name: draft.name,
    company: draft.company ?? '',
    title: draft.title ?? '',
    email: (draft.emails ?? []).join(', '),
    phone: (draft.phones ?? []).join(', '),
    address: draft.address ?? '',
  });
  const [columns, setColumns] = useState<Readonly<Record<string, string>>>(draft.columns ?? {});
  const [own, setOwn] = useState<readonly CatalogueField[]>([]);
  const [faults, setFaults] = useState<Faults>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const read = connectEngine().ownFields();
    read.then(found => setOwn(found.map(({ field }) => field).filter(isCustomers)), setFailure);
  }, []);

  const fields = formFields(own);
  const faultAt = (...ids: string[]) => {
    const fault = faults.find(each => ids.includes(each.field));
    return fault && describeCode(fault.code, fault.args);
  };
  const places = new Set<string>([...texts, 'emails', 'phones', ...fields.map(field => field.id)]);
  const elsewhere = faults.filter(fault => !places.has(fault.field));

  async function save(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      const result = await connectEngine().saveCustomer({
        ...draft,
        name: values.name ?? '',
        company: values.company ?? '',
        title: values.title ?? '',
        address: values.address ?? '',
        emails: splitList(values.email ?? ''),
        phones: splitList(values.phone ?? ''),
        columns,
      });
      if (result.ok) {
        toast(t(panelTexts.saved));
        onSaved(result.id);
        return;
      }
      setFaults(result.faults);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  }

  const set = (id: string) => (value: string) => setColumns({ ...columns, [id]: value });
  return (
    <Dialog
      title={t(added ? panelTexts.formAdded : draft.id ? panelTexts.formEdit : panelTexts.formAdd)}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{t(added ? panelTexts.later : panelTexts.cancel)}</Button>
          <Button kind="primary" submit busy={busy}>
            {t(panelTexts.save)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {failure !== null && <ErrorNote error={failure} />}
        {elsewhere.map(fault => (
          <p key={fault.field} class={styles.fault} role="alert">
            {t(panelTexts.faultsElsewhere, { text: describeCode(fault.code, fault.args) })}
          </p>
        ))}
        {texts.map(id => (
          <Field
            key={id}
            label={label(id)}
            error={faultAt(id, `${id}s`)}
            {...(id === 'email' || id === 'phone' ? { hint: t(panelTexts.emailsHint) } : {})}
          >
            <TextInput value={values[id] ?? ''} onInput={value => setValues({ ...values, [id]: value })} />
          </Field>
        ))}
        <details
          class={styles.more}
          open={faults.some(fault => fields.some(field => field.id === fault.field))}
        >
          <summary>{t(panelTexts.moreFields)}</summary>
          <div class={styles.grid}>
            {fields.map(field => (
              <Field key={field.id} label={field[language.value]} error={faultAt(field.id)}>
                <ColumnInput field={field} value={columns[field.id] ?? ''} onChange={set(field.id)} />
              </Field>
            ))}
          </div>
        </details>
      </div>
    </Dialog>
  );
}
