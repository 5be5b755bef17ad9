import { IdCard, LayoutDashboard, MousePointerClick, Undo2 } from 'lucide';
import { contactKeys } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { readingTexts } from '../../i18n/reading.ts';
import { ask } from '../../shell/index.ts';
import {
  Button,
  CustomerSearch,
  EmptyState,
  ErrorNote,
  LinkButton,
  SettingsMenu,
  startPicking,
  studioAddress,
  Toasts,
  t,
} from '../kit/index.ts';
import { CustomerDetails } from './CustomerDetails.tsx';
import { CustomerHead } from './CustomerHead.tsx';
import { CustomerForm } from './parts.ts';
import styles from './SidePanel.module.css';
import { Situation } from './Situation.tsx';
import { card, completing, currency, emptyBase, failure, gone, reload, show, tab, view } from './state.ts';

const search = (text: string) => ask('search', { text, limit: 30 });

/** The side panel: a search, and below it the customer who is writing on the page beside it. */
export function SidePanel() {
  document.title = t(panelTexts.title);
  const shown = view.value;
  const here = tab.value;
  return (
    <div class={styles.panel}>
      {card.value === null && (
        <header class="visually-hidden">
          <h1>{t(panelTexts.title)}</h1>
        </header>
      )}
      <CustomerSearch
        label={t(panelTexts.searchLabel)}
        placeholder={t(panelTexts.searchPlaceholder)}
        search={search}
        onChoose={hit => void show(hit.id)}
        aside={
          <SettingsMenu
            label={t(panelTexts.menu)}
            before={[
              {
                label: t(panelTexts.openStudio),
                icon: LayoutDashboard,
                onChoose: () => void open(studioAddress(), '_blank'),
              },
              ...(shown
                ? [
                    {
                      label: t(panelTexts.openCustomer),
                      icon: IdCard,
                      onChoose: () => void open(studioAddress('customers', shown.customer.id), '_blank'),
                    },
                  ]
                : []),
              ...(here && here.site !== ''
                ? [
                    {
                      label: t(readingTexts.pick),
                      icon: MousePointerClick,
                      onChoose: () => void startPicking(here.tabId),
                    },
                  ]
                : []),
            ]}
          />
        }
      >
        <div class={styles.main}>
          {failure.value !== null && (
            <div class={styles.failure}>
              <ErrorNote
                error={failure.value}
                action={
                  <Button size="small" onClick={() => void reload()}>
                    {t(panelTexts.retry)}
                  </Button>
                }
              />
            </div>
          )}
          <Shown />
        </div>
      </CustomerSearch>
      {completing.value && (
        <CustomerForm draft={completing.value} added onClose={completed} onSaved={completed} />
      )}
      <Toasts />
    </div>
  );
}

/** The customer added from the page is shown, also where the page itself has not asked again. */
function completed(): void {
  const id = completing.peek()?.id;
  completing.value = null;
  if (id !== undefined && tab.peek()?.chosen !== id) void show(id);
  else void reload();
}

function Shown() {
  const here = tab.value;
  if (!here) return null;
  if (here.chosen === null) {
    return emptyBase.value && here.state !== 'notAllowed' ? <NoCustomers /> : <Situation tab={here} />;
  }
  if (gone.value) {
    return (
      <EmptyState
        title={t(panelTexts.gone)}
        actions={<Button onClick={() => void show(null)}>{t(panelTexts.backToPage)}</Button>}
      />
    );
  }
  const head = card.value;
  const writes = head !== null && here.contacts.flatMap(contactKeys).some(key => head.keys.includes(key));
  const others = here.cards.some(each => each.id !== here.chosen);
  const away = here.picked && (others || (here.contacts.length > 0 && head !== null && !writes));
  const shown = view.value;
  return (
    <>
      {away && (
        <div class={styles.away}>
          <Button kind="quiet" size="small" icon={Undo2} onClick={() => void show(null)}>
            {t(panelTexts.backToPage)}
          </Button>
        </div>
      )}
      {head && (
        <CustomerHead
          card={head}
          customer={shown?.customer ?? null}
          ownFields={shown?.ownFields ?? []}
          provenance={shown?.provenance ?? {}}
          currency={currency.value}
          onSaved={reload}
        />
      )}
      {shown ? (
        <CustomerDetails key={shown.customer.id} view={shown} currency={currency.value} onChanged={reload} />
      ) : (
        failure.value === null && (
          <p class={styles.loading} role="status">
            {t(panelTexts.loading)}
          </p>
        )
      )}
    </>
  );
}

function NoCustomers() {
  return (
    <EmptyState
      title={t(panelTexts.emptyTitle)}
      text={t(panelTexts.emptyText)}
      icon={LayoutDashboard}
      actions={
        <LinkButton kind="primary" href={studioAddress('import')}>
          {t(panelTexts.openStudio)}
        </LinkButton>
      }
    />
  );
}
