import { Check, CircleArrowRight, Copy } from 'lucide';
import { Component } from 'preact';
import type { Appearance, PageCard } from '../../shell/client.ts';
import { Icon } from '../kit/Icon.tsx';
import { copyText } from './copy.ts';
import { say } from './say.ts';

const SHOWN_TAGS = 3;

/** Below the name: segments and since when, the next action with its message, the weightiest tags. */
export function Customer({ card, appearance }: { card: PageCard; appearance: Appearance }) {
  return (
    <>
      {(card.segments.length > 0 || card.since) && (
        <div class="facts">
          <span class="segments">{card.segments.join(' · ')}</span>
          {card.since && <span class="since">{say(appearance, 'since', { year: card.since })}</span>}
        </div>
      )}
      {card.byHand.map(line => (
        <p class="hand" key={line}>
          {line}
        </p>
      ))}
      {card.action ? (
        <Action action={card.action} appearance={appearance} key={card.id} />
      ) : (
        <p class="help">{say(appearance, card.hasRules ? 'noAction' : 'noRules')}</p>
      )}
      {card.tags.length > 0 && <Tags tags={card.tags} appearance={appearance} />}
    </>
  );
}

interface ActionProps {
  readonly action: NonNullable<PageCard['action']>;
  readonly appearance: Appearance;
}

interface Copied {
  readonly copied: '' | 'copied' | 'copyFailed';
}

/** A class, for hooks would add a tenth to what every page loads. */
class Action extends Component<ActionProps, Copied> {
  override state: Copied = { copied: '' };

  readonly copy = async (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    if (!event.isTrusted) return;
    this.setState({ copied: (await copyText(this.props.action.message, button)) ? 'copied' : 'copyFailed' });
  };

  override render({ action, appearance }: ActionProps, { copied }: Copied) {
    const why = action.why.join(say(appearance, 'comma'));
    return (
      <div class="action">
        <h3>
          <Icon of={CircleArrowRight} size={14} />
          {action.name}
          {action.within !== null && (
            <span class="within">{say(appearance, 'within', { days: action.within })}</span>
          )}
        </h3>
        {why && <p class="why">{say(appearance, 'why', { reasons: why })}</p>}
        {action.message && (
          <div class="message">
            <p>{withBlanks(action.message)}</p>
            <button type="button" class="copy" onClick={this.copy}>
              <Icon of={copied === 'copied' ? Check : Copy} size={14} />
              <span role="status">{say(appearance, copied || 'copy')}</span>
            </button>
          </div>
        )}
      </div>
    );
  }
}

/** What the message could not fill in stands in braces: marked, so that nobody sends it so. */
function withBlanks(message: string) {
  return message
    .split(/(\{[^{}]+\})/)
    .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
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
        <li key={tag}>{tag}</li>
      ))}
      {rest.length > 0 && (
        <li class="more" title={more} aria-label={more}>
          +{rest.length}
        </li>
      )}
    </ul>
  );
}
