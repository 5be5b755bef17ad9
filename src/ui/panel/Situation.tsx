import { CircleSlash2, ScanSearch, SearchX, ShieldCheck, UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import { panelTexts } from '../../i18n/panel.ts';
import { readingTexts } from '../../i18n/reading.ts';
import { ask, type TabState } from '../../shell/index.ts';
import { AllowSites, Button, EmptyState, HitLine, hitOf, TeachActions, t } from '../kit/index.ts';
import styles from './Situation.module.css';
import { complete, failure, show } from './state.ts';

/** What the panel says while no customer is chosen: what is the matter with this page, and how to go on. */
export function Situation({ tab }: { tab: TabState }) {
  if (tab.state === 'notAllowed') return tab.origin ? <NotAllowed origin={tab.origin} /> : <Hidden />;
  if (tab.state === 'several') return <Several tab={tab} />;
  if (tab.state === 'unknown') return <Unknown tab={tab} />;
  if (tab.state === 'unreadable') {
    return (
      <EmptyState
        icon={CircleSlash2}
        title={t(panelTexts.unreadableTitle)}
        text={t(panelTexts.unreadableText)}
      />
    );
  }
  return <Nobody tab={tab} />;
}

/** Nobody was found: because nothing is open, or because the page is not as we know it. */
function Nobody({ tab: { missed, tabId } }: { tab: TabState }) {
  return (
    <EmptyState
      icon={missed ? SearchX : ScanSearch}
      title={t(missed ? readingTexts.missedTitle : panelTexts.noneTitle)}
      text={t(missed ? readingTexts.missedText : panelTexts.noneText)}
      actions={<TeachActions tabId={tabId} />}
    />
  );
}

/** Before a site is allowed the browser hides its address, until the user presses our button on it. */
function Hidden() {
  return (
    <EmptyState
      icon={ScanSearch}
      title={t(panelTexts.hiddenTitle)}
      text={t(panelTexts.hiddenText, { keys: 'Ctrl+Shift+Y' })}
    />
  );
}

function NotAllowed({ origin }: { origin: string }) {
  const fail = (error: unknown) => {
    failure.value = error;
  };
  return (
    <EmptyState
      icon={ShieldCheck}
      title={t(panelTexts.notAllowedTitle, { site: new URL(origin).host })}
      text={t(panelTexts.notAllowedText)}
      actions={<AllowSites centred origins={[origin]} onError={fail} />}
    />
  );
}

function Several({ tab: { cards, contacts, tabId } }: { tab: TabState }) {
  const guess = contacts.length === 0;
  return (
    <section class={styles.several}>
      <h2 class={styles.title}>{t(panelTexts.severalTitle)}</h2>
      <p class={styles.text}>{t(panelTexts.severalText, { count: cards.length })}</p>
      {cards.map(card => (
        <HitLine key={card.id} hit={hitOf(card)} onChoose={() => void show(card.id)} />
      ))}
      {guess && (
        <div class={styles.actions}>
          <TeachActions tabId={tabId} />
        </div>
      )}
    </section>
  );
}

function Unknown({ tab: { contacts, hints } }: { tab: TabState }) {
  const contact = contacts[0] ?? {};
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    setBusy(true);
    try {
      const id = await ask('addContact', { contact });
      complete(id, contact);
    } catch (error) {
      failure.value = error;
    }
    setBusy(false);
  }

  return (
    <div class={styles.unknown}>
      <p class={styles.badge}>{t(panelTexts.unknownTitle)}</p>
      <h2 class={styles.contact}>{contact.name || contact.email || contact.phone}</h2>
      {contact.name && <p class={styles.text}>{contact.email ?? contact.phone}</p>}
      <p class={styles.text}>{t(panelTexts.unknownText)}</p>
      <Button kind="primary" icon={UserPlus} busy={busy} onClick={() => void add()}>
        {t(panelTexts.add)}
      </Button>
      {hints.map(({ reference, card }) => (
        <div key={card.id} class={styles.hint}>
          <p class={styles.text}>{t(panelTexts.hint, { reference })}</p>
          <HitLine hit={hitOf(card)} onChoose={() => void show(card.id)} />
        </div>
      ))}
    </div>
  );
}
