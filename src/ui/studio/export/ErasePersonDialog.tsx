import { useEffect, useState } from 'preact/hooks';
import type { CustomerView } from '../../../domain/index.ts';
import { exportTexts } from '../../../i18n/export.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { Button, Dialog, ErrorNote, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { renewSession } from '../rules/session.ts';
import { explainFor, whose } from '../rules/why/whose.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import styles from './Export.module.css';
import { namesCustomer } from './namedIn.ts';

/** Says what goes and what is not reached, before a person is erased everywhere. */
export function ErasePersonDialog({ view, onClose }: { view: CustomerView; onClose(): void }) {
  const [backups, setBackups] = useState(0);
  const [versions, setVersions] = useState<readonly number[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { customer, orders, interactions } = view;

  useEffect(() => {
    engine.backups().then(({ made }) => setBackups(made.length), report);
    engine.versions().then(all => {
      setVersions(all.filter(({ text }) => namesCustomer(text, customer)).map(({ number }) => number));
    }, report);
  }, []);
  const isInDraft = namesCustomer(workspace.value?.draft ?? '', customer);

  async function erase(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await engine.removeCustomers(crypto.randomUUID(), [customer.id], () => undefined);
      if (whose.value?.id === customer.id) explainFor(null);
      await readWorkspace();
      renewSession();
      toast(t(exportTexts.erased));
      onClose();
      go('customers');
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t(exportTexts.eraseTitle, { name: customer.name || customer.id })}
      onClose={onClose}
      onSubmit={() => void erase()}
      actions={
        <>
          <Button onClick={onClose} data-first>
            {t(kitTexts.cancel)}
          </Button>
          <Button kind="danger" submit busy={busy}>
            {t(exportTexts.eraseNow)}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      <p>{t(exportTexts.eraseText)}</p>
      <ul class={styles.gone}>
        <li>{t(exportTexts.eraseRecord)}</li>
        <li>{t(exportTexts.eraseFacts, { orders: orders.length, interactions: interactions.length })}</li>
        <li>{t(exportTexts.eraseCards)}</li>
        <li>{t(exportTexts.eraseHistory)}</li>
      </ul>
      {(isInDraft || versions.length > 0) && (
        <p class={styles.note}>
          {isInDraft
            ? t(exportTexts.eraseInDraft)
            : t(exportTexts.eraseInVersions, { versions: versions.join(', ') })}
        </p>
      )}
      <p class={styles.note}>
        {backups > 0 ? t(exportTexts.eraseBackups, { count: backups }) : t(exportTexts.eraseNoBackups)}
      </p>
    </Dialog>
  );
}
