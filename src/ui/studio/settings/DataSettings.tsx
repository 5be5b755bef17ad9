import { useState } from 'preact/hooks';
import { settingsTexts } from '../../../i18n/studio.ts';
import { Button, t } from '../../kit/index.ts';
import { megabytes } from '../words.ts';
import { workspace } from '../workspace.ts';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './SettingsScreen.module.css';

/** How much is stored, and the way to be rid of it. */
export function DataSettings() {
  const [erasing, setErasing] = useState(false);
  const state = workspace.value;
  return (
    <>
      {state && (
        <p class={styles.hint}>
          {t(settingsTexts.dataHint, {
            customers: state.customers,
            orders: state.orders,
            versions: state.version,
            megabytes: megabytes(state.storageBytes),
          })}
        </p>
      )}
      <div>
        <Button kind="danger" onClick={() => setErasing(true)}>
          {t(settingsTexts.erase)}
        </Button>
      </div>
      {erasing && <EraseDialog onClose={() => setErasing(false)} />}
    </>
  );
}
