import { Copy } from 'lucide';
import { useState } from 'preact/hooks';
import type { ActionResult, CustomerView } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { Button, copyText, describeReason, LinkButton, studioAddress, t } from '../kit/index.ts';
import { compose, missing, piecesOf } from './message.ts';
import styles from './NextAction.module.css';

/** The one thing to do for this customer, why, and what to say; up to two others one press away. */
export function NextAction({ view, currency }: { view: CustomerView; currency: string }) {
  const [first, ...others] = view.actions.slice(0, 3);
  if (!first) return view.card.version ? <p class={styles.none}>{t(panelTexts.noAction)}</p> : <NoRules />;
  return (
    <>
      <Action action={first} currency={currency} />
      {others.length > 0 && (
        <details class={styles.others}>
          <summary>
            {t(panelTexts.otherActions)}{' '}
            <span class={styles.names}>{others.map(each => each.name).join(' · ')}</span>
          </summary>
          {others.map(action => (
            <Action key={action.name} action={action} currency={currency} />
          ))}
        </details>
      )}
    </>
  );
}

function NoRules() {
  return (
    <div class={styles.noRules}>
      <p class={styles.none}>{t(panelTexts.noRules)}</p>
      <LinkButton size="small" href={studioAddress('rules')}>
        {t(panelTexts.openStudio)}
      </LinkButton>
    </div>
  );
}

function Action({ action, currency }: { action: ActionResult; currency: string }) {
  const why = action.reasons.map(reason => describeReason(reason, currency)).join(' · ') || action.segment;
  return (
    <article class={styles.action}>
      <div class={styles.head}>
        <h3 class={styles.name}>{action.name}</h3>
        {action.within !== null && (
          <span class={styles.within}>{t(panelTexts.within, { count: action.within })}</span>
        )}
      </div>
      {why && (
        <p class={styles.why}>
          <span class="visually-hidden">{t(panelTexts.because)}: </span>
          {why}
        </p>
      )}
      {action.message && <Message key={action.message} message={action.message} />}
    </article>
  );
}

/** The message ready to copy; places that the data could not fill are fields in the sentence. */
function Message({ message }: { message: string }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const pieces = piecesOf(message);
  const empty = missing(pieces, typed).length;
  return (
    <div class={styles.message}>
      <p class={styles.words}>
        {pieces.map((piece, index) =>
          'text' in piece ? (
            piece.text
          ) : (
            <input
              key={index}
              class={styles.place}
              type="text"
              autocomplete="off"
              aria-label={t(panelTexts.fill, { name: piece.name })}
              placeholder={piece.name}
              value={typed[piece.name] ?? ''}
              onInput={event => setTyped({ ...typed, [piece.name]: event.currentTarget.value })}
            />
          ),
        )}
      </p>
      <div class={styles.foot}>
        <span class={styles.toFill}>{empty > 0 && t(panelTexts.toFill, { count: empty })}</span>
        <Button
          size="small"
          kind={empty > 0 ? 'plain' : 'primary'}
          icon={Copy}
          onClick={() => void copyText(compose(pieces, typed))}
        >
          {t(panelTexts.copyMessage)}
        </Button>
      </div>
    </div>
  );
}
