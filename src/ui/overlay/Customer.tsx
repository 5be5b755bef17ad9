import { Ban, Check, ChevronRight, CircleArrowRight, Copy, TextCursorInput } from 'lucide';
import { Component } from 'preact';
import { actionOutcomes } from '../../domain/index.ts';
import type { Appearance, PageAction, PageCard } from '../../shell/client.ts';
import { Icon } from '../kit/Icon.tsx';
import type { CardProps } from './Card.tsx';
import { copyText } from './copy.ts';
import { cardKeys } from './keys.ts';
import { Press, type Pressed } from './Press.tsx';
import { say } from './say.ts';
import { Words } from './Words.tsx';

const SHOWN_TAGS = 3;

type CustomerProps = CardProps & { readonly card: PageCard };

/** Below the name: segments and since when, one of the next actions with its message, the weightiest tags. */
export function Customer(props: CustomerProps) {
  const { card, appearance, turns } = props;
  const count = card.actions.length;
  const index = count && turns % count;
  const action = card.actions[index];
  const standing = card.tier && say(appearance, 'standing', { rule: card.tier.name, level: card.tier.level });
  const facts = [standing, ...card.segments].filter(Boolean).join(' · ');
  return (
    <>
      <div class="scroller">
        {(facts || card.since) && (
          <div class="facts">
            <Words class="segments" of={facts} />
            {card.since && <Words class="since" of={say(appearance, 'since', { year: card.since })} />}
          </div>
        )}
        {card.byHand.map(line => (
          <p class="hand" key={line}>
            <Words of={line} />
          </p>
        ))}
        {action ? (
          <Action action={action} appearance={appearance} />
        ) : (
          <p class="help">
            <Words of={say(appearance, card.hasRules ? 'noAction' : 'noRules')} />
          </p>
        )}
        {card.avoided.map(({ name, why }) => (
          <p class="avoid" key={name}>
            <Icon of={Ban} size={14} />
            <Words
              of={say(appearance, why.length > 0 ? 'avoidWhy' : 'avoid', {
                action: name,
                reasons: why.join(say(appearance, 'comma')),
              })}
            />
          </p>
        ))}
        {card.tags.length > 0 && <Tags tags={card.tags} appearance={appearance} />}
      </div>
      {action && (
        <div class="feet" key={`${card.id} ${card.actions.map(({ name }) => name)}`}>
          {action.message && <Message {...props} key={action.name} message={action.message} />}
          <div class="end">
            <Answers {...props} action={action.name} />
            {count > 1 && <Next {...props} words={`${index + 1}/${count}`} />}
          </div>
        </div>
      )}
      <p class="unseen" role="status">
        {count > 1 && (
          <Words of={say(appearance, 'place', { place: index + 1, count, name: action!.name })} />
        )}
      </p>
    </>
  );
}

/** Goes on to the next action without an answer to this one; after the last comes the first. */
function Next({ appearance, words, onNext }: CustomerProps & { words: string }) {
  return (
    <Press
      kind="answer"
      words={words}
      label={say(appearance, 'next')}
      letter={cardKeys.next}
      onPress={onNext}
    >
      <Icon of={ChevronRight} size={14} />
    </Press>
  );
}

/** What became of the action: one press each. */
function Answers({ card, action, appearance, sight, busy, onAnswer }: CustomerProps & { action: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight
    <div class="answers" role="group" aria-label={say(appearance, 'answers')}>
      {actionOutcomes.map(outcome => (
        <Press
          key={outcome}
          kind="answer"
          words={say(appearance, outcome)}
          letter={cardKeys[outcome]}
          disabled={busy}
          watch={sight.watch}
          onPress={pressed => onAnswer(card.id, action, outcome, pressed)}
        />
      ))}
    </div>
  );
}

function Action({ action, appearance }: { action: PageAction; appearance: Appearance }) {
  const why = action.why.join(say(appearance, 'comma'));
  return (
    <div class="action">
      <h3>
        <Icon of={CircleArrowRight} size={14} />
        <Words of={action.name} />
        {action.within !== null && (
          <Words class="within" of={say(appearance, 'within', { days: action.within })} />
        )}
      </h3>
      {why && (
        <p class="why">
          <Words of={say(appearance, 'why', { reasons: why })} />
        </p>
      )}
      {action.message && <p class="message">{withBlanks(action.message)}</p>}
    </div>
  );
}

/** What the message could not fill in stands in braces: marked, so that nobody sends it so. */
function withBlanks(message: string) {
  return message.split(/(\{[^{}]+\})/).map((part, index) =>
    index % 2 === 1 ? (
      <mark key={index}>
        <Words of={part} />
      </mark>
    ) : (
      <Words key={index} of={part} />
    ),
  );
}

type MessageProps = CustomerProps & { readonly message: string };

interface Told {
  readonly told: '' | 'copied' | 'copyFailed' | 'inserted' | 'insertFailed';
}

/** What can be done with the message. A class, for hooks would add a tenth to what every page loads. */
class Message extends Component<MessageProps, Told> {
  override state: Told = { told: '' };

  readonly copy = async (pressed: Pressed) => {
    if (!this.props.isMeant(pressed)) return;
    this.setState({ told: (await copyText(this.props.message)) ? 'copied' : 'copyFailed' });
  };

  readonly insert = async (pressed: Pressed) => {
    const { message, isMeant, onInsert } = this.props;
    if (!isMeant(pressed)) return;
    if (await onInsert(message)) this.setState({ told: 'inserted' });
    else this.setState({ told: (await copyText(message)) ? 'insertFailed' : 'copyFailed' });
  };

  override render() {
    const { appearance, canInsert, sight } = this.props;
    const { told } = this.state;
    return (
      <div class="foot">
        <Press
          words={say(appearance, told === 'copied' ? told : 'copy')}
          icon={told === 'copied' ? Check : Copy}
          letter={cardKeys.copy}
          watch={sight.watch}
          onPress={this.copy}
        />
        {canInsert && (
          <Press
            words={say(appearance, told === 'inserted' ? told : 'insert')}
            icon={told === 'inserted' ? Check : TextCursorInput}
            letter={cardKeys.insert}
            watch={sight.watch}
            onPress={this.insert}
          />
        )}
        <p class="told" role="status">
          {told.endsWith('Failed') && <Words of={say(appearance, told as 'copyFailed')} />}
        </p>
      </div>
    );
  }
}

function Tags({ tags, appearance }: { tags: readonly string[]; appearance: Appearance }) {
  const rest = tags.slice(SHOWN_TAGS);
  const more = say(appearance, 'more', {
    count: rest.length,
    names: rest.join(say(appearance, 'comma')),
  });
  return (
    <ul class="tags" aria-label={say(appearance, 'tags')}>
      {tags.slice(0, SHOWN_TAGS).map(tag => (
        <li key={tag}>
          <Words of={tag} />
        </li>
      ))}
      {rest.length > 0 && (
        <li class="more" title={more} aria-label={more}>
          <Words of={`+${rest.length}`} />
        </li>
      )}
    </ul>
  );
}
