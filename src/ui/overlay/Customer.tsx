import { Check, CircleArrowRight, Copy } from 'lucide';
import { Component } from 'preact';
import { cardTexts } from '../../i18n/card.ts';
import { type Language, translate } from '../../i18n/index.ts';
import type { PageCard } from '../../shell/client.ts';
import { Icon } from '../kit/Icon.tsx';
import { copyText } from './copy.ts';

const SHOWN_TAGS = 3;

/** Below the name: segments and since when, the next action with its message, the weightiest tags. */
export function Customer({ card, language }: { card: PageCard; language: Language }) {
  return (
    <>
      {(card.segments.length > 0 || card.since) && (
        <div class="facts">
          <span class="segments">{card.segments.join(' · ')}</span>
          {card.since && (
            <span class="since">{translate(language, cardTexts.since, { year: card.since })}</span>
          )}
        </div>
      )}
      {card.action ? (
        <Action action={card.action} language={language} key={card.id} />
      ) : (
        <p class="help">{translate(language, card.hasRules ? cardTexts.noAction : cardTexts.noRules)}</p>
      )}
      {card.tags.length > 0 && <Tags tags={card.tags} language={language} />}
    </>
  );
}

interface ActionProps {
  readonly action: NonNullable<PageCard['action']>;
  readonly language: Language;
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

  override render({ action, language }: ActionProps, { copied }: Copied) {
    const why = action.why.join(translate(language, cardTexts.comma));
    return (
      <div class="action">
        <h3>
          <Icon of={CircleArrowRight} size={14} />
          {action.name}
          {action.within !== null && (
            <span class="within">{translate(language, cardTexts.within, { days: action.within })}</span>
          )}
        </h3>
        {why && <p class="why">{translate(language, cardTexts.why, { reasons: why })}</p>}
        {action.message && (
          <div class="message">
            <p>{withBlanks(action.message)}</p>
            <button type="button" class="copy" onClick={this.copy}>
              <Icon of={copied === 'copied' ? Check : Copy} size={14} />
              <span role="status">{translate(language, cardTexts[copied || 'copy'])}</span>
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

function Tags({ tags, language }: { tags: readonly string[]; language: Language }) {
  const rest = tags.slice(SHOWN_TAGS);
  const more = translate(language, cardTexts.more, {
    count: rest.length,
    names: rest.join(translate(language, cardTexts.comma)),
  });
  return (
    <ul class="tags" aria-label={translate(language, cardTexts.tags)}>
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
