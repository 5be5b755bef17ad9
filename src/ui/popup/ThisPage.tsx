import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { Contact } from '../../domain/index.ts';
import { popupTexts } from '../../i18n/popup.ts';
import { readingTexts } from '../../i18n/reading.ts';
import { ask, revokeSite, type TabState } from '../../shell/index.ts';
import { AllowSites, Button, HitLine, hitOf, StatusDot, TeachActions, t, toast } from '../kit/index.ts';
import styles from './LookUp.module.css';

export interface ThisPageProps {
  tab: TabState;
  /** In the gesture itself: it opens the panel. */
  onOpen(id: string): void;
  onError(error: unknown): void;
}

/** Who is writing on the page under the popup, or what keeps us from knowing, with the way to change it. */
export function ThisPage({ tab, onOpen, onError }: ThisPageProps) {
  const site = tab.origin && new URL(tab.origin).host;
  const readable = tab.state !== 'unreadable' && tab.state !== 'notAllowed';
  return (
    <section class={styles.page}>
      <h2 class={styles.heading}>
        <span class={styles.site}>{site ? t(popupTexts.onSite, { site }) : t(popupTexts.thisPage)}</span>
        {readable && <StatusDot tone="good">{t(popupTexts.allowed)}</StatusDot>}
      </h2>
      <Situation tab={tab} onOpen={onOpen} onError={onError} />
      {readable && tab.origin && (
        <div class={styles.revoke}>
          <Button
            kind="quiet"
            size="small"
            onClick={() => void revokeSite(tab.origin).then(() => toast(t(popupTexts.revoked)), onError)}
          >
            {t(popupTexts.revoke)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Situation({ tab, onOpen, onError }: ThisPageProps) {
  switch (tab.state) {
    case 'unreadable':
      return <p class={styles.text}>{t(popupTexts.unreadable)}</p>;
    case 'notAllowed':
      return <NotAllowed origin={tab.origin} onError={onError} />;
    case 'none':
      return (
        <>
          <p class={styles.text}>{t(tab.missed ? readingTexts.missedShort : popupTexts.none)}</p>
          <Teach tab={tab} />
        </>
      );
    case 'unknown':
      return <Unknown contact={tab.contacts[0] ?? {}} onError={onError} />;
    default: {
      const cards = tab.state === 'known' ? tab.cards.filter(card => card.id === tab.chosen) : tab.cards;
      const action = tab.state === 'known' ? cards[0]?.action : null;
      return (
        <>
          {tab.state === 'several' && <p class={styles.text}>{t(popupTexts.several)}</p>}
          {cards.map(card => (
            <HitLine key={card.id} hit={hitOf(card)} onChoose={() => onOpen(card.id)} />
          ))}
          {tab.state === 'several' && tab.contacts.length === 0 && <Teach tab={tab} />}
          {action && (
            <p class={styles.next}>
              {t(popupTexts.next)}
              <span class={styles.nextName}>{action.name}</span>
              {action.within !== null && t(popupTexts.within, { count: action.within })}
            </p>
          )}
        </>
      );
    }
  }
}

function Teach({ tab }: { tab: TabState }) {
  return (
    <div class={styles.actions}>
      <TeachActions tabId={tab.tabId} onPicking={() => close()} />
    </div>
  );
}

function NotAllowed({ origin, onError }: { origin: string; onError(error: unknown): void }) {
  if (origin === '') return <p class={styles.text}>{t(popupTexts.unreadable)}</p>;
  return (
    <>
      <p class={styles.text}>{t(popupTexts.notAllowed)}</p>
      <AllowSites wide origins={[origin]} onError={onError} />
    </>
  );
}

function Unknown({ contact, onError }: { contact: Contact; onError(error: unknown): void }) {
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    setBusy(true);
    await ask('addContact', { contact }).then(() => toast(t(popupTexts.added)), onError);
    setBusy(false);
  }

  return (
    <div class={styles.unknown}>
      <div class={styles.contact}>
        <p class={styles.name}>{contact.name || contact.email || contact.phone}</p>
        <p class={styles.text}>{t(popupTexts.unknown)}</p>
      </div>
      <Button kind="primary" icon={UserPlus} busy={busy} onClick={() => void add()}>
        {t(popupTexts.add)}
      </Button>
    </div>
  );
}
