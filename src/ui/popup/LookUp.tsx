import { LayoutDashboard, PanelRight } from 'lucide';
import type { Hit } from '../../domain/index.ts';
import { popupTexts } from '../../i18n/popup.ts';
import { ask, openPanel, showInPanel } from '../../shell/index.ts';
import {
  Button,
  CustomerSearch,
  EmptyState,
  ErrorNote,
  LinkButton,
  SettingsMenu,
  studioAddress,
  Toasts,
  t,
} from '../kit/index.ts';
import styles from './LookUp.module.css';
import { emptyBase, failure, tab } from './state.ts';
import { ThisPage } from './ThisPage.tsx';

const search = (text: string) => ask('search', { text, limit: 20 });

function report(error: unknown): void {
  failure.value = error;
}

/** Opens the panel at a customer, in the gesture itself; where there is no page to open it beside, the studio. */
function openCustomer(id: string): void {
  const here = tab.peek();
  if (!here) {
    open(studioAddress('customers', id), '_blank');
    return;
  }
  showInPanel(here, id).then(() => close(), report);
}

/** The toolbar popup: find any customer by a few letters; below, who is writing on this page. */
export function LookUp() {
  document.title = t(popupTexts.title);
  const here = tab.value;
  return (
    <div class={styles.popup}>
      <header class="visually-hidden">
        <h1>{t(popupTexts.title)}</h1>
      </header>
      <CustomerSearch
        autofocus
        label={t(popupTexts.searchLabel)}
        placeholder={t(popupTexts.searchPlaceholder)}
        search={search}
        onChoose={(hit: Hit) => openCustomer(hit.id)}
      >
        <div class={styles.main}>
          {failure.value !== null && <ErrorNote error={failure.value} />}
          {emptyBase.value && (
            <EmptyState
              title={t(popupTexts.emptyTitle)}
              text={t(popupTexts.emptyText)}
              actions={
                <LinkButton kind="primary" href={studioAddress('import')}>
                  {t(popupTexts.openStudio)}
                </LinkButton>
              }
            />
          )}
          {here && !(emptyBase.value && here.state === 'unreadable') && (
            <ThisPage tab={here} onOpen={openCustomer} onError={report} />
          )}
        </div>
      </CustomerSearch>
      <footer class={styles.foot}>
        <LinkButton kind="quiet" size="small" icon={LayoutDashboard} href={studioAddress()}>
          {t(popupTexts.openStudio)}
        </LinkButton>
        {here && (
          <Button
            kind="quiet"
            size="small"
            icon={PanelRight}
            onClick={() => void openPanel(here).then(() => close(), report)}
          >
            {t(popupTexts.openPanel)}
          </Button>
        )}
        <span class={styles.gap} />
        <SettingsMenu label={t(popupTexts.menu)} />
      </footer>
      <Toasts />
    </div>
  );
}
