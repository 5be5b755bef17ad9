import { Ban, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import {
  type ActionOutcome,
  type ActionResult,
  actionOutcomes,
  type CustomerView,
} from '../../domain/index.ts';
import { avoidTexts } from '../../i18n/avoid.ts';
import { journalTexts } from '../../i18n/journal.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { connectEngine } from '../../shell/index.ts';
import { Button, copyText, describeReason, Icon, LinkButton, studioAddress, t, toast } from '../kit/index.ts';
import { attempt } from './attempt.ts';
import journal from './Journal.module.css';
import { compose, missing, piecesOf } from './message.ts';
import styles from './NextAction.module.css';

/** The one thing to do for this customer, why, and what to say; up to two others one press away. */
export function NextAction(props: { view: CustomerView; currency: string; onChanged(): void }) {
  const { view, currency, onChanged } = props;
  const { id } = view.customer;
  const [first, ...others] = view.actions;
  if (!view.card.version) return <NoRules />;
  return (
    <>
      {first ? (
        <Action key={first.name} customer={id} action={first} currency={currency} onChanged={onChanged} />
      ) : (
        <p class={styles.none}>{t(panelTexts.noAction)}</p>
      )}
      {view.card.avoided?.map(({ name, reasons }) => (
        <p key={name} class={styles.avoid}>
          <Icon of={Ban} size={14} />
          {t(reasons.length > 0 ? avoidTexts.avoidWhy : avoidTexts.avoid, {
            action: name,
            reasons: reasons.map(reason => describeReason(reason, currency)).join(' · '),
          })}
        </p>
      ))}
      {others.length > 0 && (
        <details class={styles.others}>
          <summary>
            {t(panelTexts.otherActions)}{' '}
            <span class={styles.names}>{others.map(each => each.name).join(' · ')}</span>
          </summary>
          {others.map(action => (
            <Action
              key={action.name}
              customer={id}
              action={action}
              currency={currency}
              onChanged={onChanged}
            />
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

interface ActionProps {
  /** Id of the customer. */
  readonly customer: string;
  readonly action: ActionResult;
  readonly currency: string;
  onChanged(): void;
}

function Action({ customer, action, currency, onChanged }: ActionProps) {
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
      <Answers customer={customer} action={action.name} onChanged={onChanged} />
    </article>
  );
}

/** What became of the action, one press each; a press can be taken back. */
function Answers({
  customer,
  action,
  onChanged,
}: Omit<ActionProps, 'currency' | 'action'> & { action: string }) {
  const [busy, setBusy] = useState(false);

  async function answer(outcome: ActionOutcome): Promise<void> {
    setBusy(true);
    let entry = 0;
    const engine = connectEngine();
    const done = await attempt(async () => {
      entry = await engine.answerAction(customer, action, outcome);
    }, onChanged);
    setBusy(false);
    const undo = () => void attempt(() => engine.changeEntry(customer, entry, null), onChanged);
    if (done) toast(t(journalTexts.answered, { action, answer: t(journalTexts[outcome]) }), { undo });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight
    <div class={journal.answers} role="group" aria-label={t(journalTexts.answers)}>
      {actionOutcomes.map(outcome => (
        <Button key={outcome} size="small" kind="quiet" disabled={busy} onClick={() => void answer(outcome)}>
          {t(journalTexts[outcome])}
        </Button>
      ))}
    </div>
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
