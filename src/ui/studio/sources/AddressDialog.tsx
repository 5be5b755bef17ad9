import { useState } from 'preact/hooks';
import { kitTexts } from '../../../i18n/kit.ts';
import { sourceTexts } from '../../../i18n/sources.ts';
import { Button, Dialog, ErrorNote, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { cancelJob, job } from '../jobs.ts';
import { report } from '../report.ts';
import styles from './AddressDialog.module.css';
import { AddressFields } from './AddressFields.tsx';
import { type AddressForm, emptyForm, type FormFaults, formOf, type ReadForm, readForm } from './form.ts';
import { fetchNow, tryAddress } from './run.ts';
import type { AddressSource } from './state.ts';

/** Adds an address, which is tried at once, or changes a remembered one. */
export function AddressDialog({ source, onClose }: { source?: AddressSource | undefined; onClose(): void }) {
  const [form, setForm] = useState<AddressForm>(source ? formOf(source) : emptyForm);
  const [faults, setFaults] = useState<FormFaults>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [isTrying, setTrying] = useState(false);

  async function add(wanted: ReadForm): Promise<void> {
    setTrying(true);
    setProblem(null);
    try {
      await tryAddress(wanted);
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setTrying(false);
    }
  }

  async function save(before: AddressSource, wanted: ReadForm): Promise<void> {
    try {
      await engine.changeAddress(before.id, wanted);
      toast(t(sourceTexts.saved, { name: wanted.name }));
      onClose();
      const isOther = wanted.url !== before.address.url || wanted.value !== null;
      if (isOther) await fetchNow({ ...before, address: { ...before.address, url: wanted.url } });
    } catch (error) {
      setProblem(error);
    }
  }

  function submit(): void {
    const read = readForm(form, source?.address);
    setFaults('faults' in read ? read.faults : {});
    if ('value' in read) void (source ? save(source, read.value) : add(read.value));
  }

  function close(): void {
    if (isTrying && job.value) void cancelJob().catch(report);
    else onClose();
  }

  return (
    <Dialog
      title={source ? t(sourceTexts.editTitle, { name: source.name }) : t(sourceTexts.addTitle)}
      onClose={close}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={close}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" submit busy={isTrying}>
            {t(source ? sourceTexts.save : sourceTexts.tryIt)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <AddressFields
          form={form}
          faults={faults}
          isKept={source !== undefined && source.address.header !== ''}
          onChange={setForm}
        />
        {!source && <p class={styles.hint}>{t(sourceTexts.tryHint)}</p>}
      </div>
    </Dialog>
  );
}
