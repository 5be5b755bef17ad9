import { useState } from 'preact/hooks';
import { kitTexts } from '../../../i18n/kit.ts';
import { sourceTexts } from '../../../i18n/sources.ts';
import { revokeFetching } from '../../../shell/index.ts';
import { Button, Checkbox, Dialog, ErrorNote, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import styles from './AddressDialog.module.css';
import { type AddressSource, addressSources } from './state.ts';

/** Deletes a source, and offers to take the permission to reach its host back where no other source needs it. */
export function RemoveAddress({ source, onClose }: { source: AddressSource; onClose(): void }) {
  const { id, name, address, isAllowed } = source;
  const { hostname: host } = new URL(address.url);
  const isShared = (addressSources.value ?? []).some(
    other => other.id !== id && new URL(other.address.url).hostname === host,
  );
  const [alsoRevoke, setAlsoRevoke] = useState(!isShared);
  const [problem, setProblem] = useState<unknown>(null);

  async function remove(): Promise<void> {
    try {
      await engine.removeSource(id);
      if (alsoRevoke && isAllowed) await revokeFetching(address.url);
      toast(t(sourceTexts.removed, { name }));
      onClose();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog
      title={t(sourceTexts.removeTitle, { name })}
      onClose={onClose}
      onSubmit={() => void remove()}
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="danger" submit>
            {t(sourceTexts.remove)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <p>{t(sourceTexts.removeText)}</p>
        {isAllowed && !isShared && (
          <Checkbox
            label={t(sourceTexts.alsoRevoke, { host })}
            checked={alsoRevoke}
            onChange={setAlsoRevoke}
          />
        )}
      </div>
    </Dialog>
  );
}
