import { statedAddress, statedName } from './address.ts';
import { declare } from './declared.ts';
import { findAll, isVisible, lineOf, outermost, QUOTED } from './dom.ts';
import type { Letter, Person } from './people.ts';

const BODY = '[id^="UniqueMessageBody"], [role=document]';
const BARS = '[role=option], [role=listbox], [role=toolbar], [role=menubar], [role=tablist]';
/** A subject may look as if it were labelled: `Re: your order`. */
const HEADING = 'h1, h2, h3, [role=heading]';
const FROM = '[id$="_FROM"]';
const WELL = '[data-testid="RecipientWell"]';
/** A label in any language, then what it labels: `From: Alice Johnson<alice@northwind.test>`, `发件人：…`. */
const LABELLED = /^([^:：<>@]{1,24}?)\s*[:：]\s*(\S.*)$/su;

/**
 * Outlook on the web: personal, work and the new address. Labels are in the user's language, but a head is always
 * sender first, then recipients, then the text; so what is labelled as the first of all is a sender.
 * Known from Mailvelope, a script of 2026-08 and two extensions.
 */
export const outlook = declare({
  id: 'outlook',
  checkedOn: '2026-11',
  sure: 'B',
  withoutClasses: true,
  hosts: [
    'outlook.live.com',
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.cloud.microsoft',
    'outlook-sdf.office.com',
  ],
  thread: /\/id\/([^/?#]+)|[?&]ItemID=([^&#]+)/i,
  own: ['#mectrl_currentAccount_secondary :text', '[id^="mectrl"][aria-label*="@"] @aria-label'],
  compose: '[id^="editorParent_"] [contenteditable="true"]',
  views: [
    {
      scope: ['#ReadingPaneContainerId, #ConversationReadingPaneContainer', '[role=main]', 'body'],
      active: `${BODY}, [aria-label]`,
      from: [],
      letters: lettersIn,
      thread: ['[data-convid] @data-convid'],
    },
  ],
});

interface Labelled {
  readonly label: string;
  readonly person: Person;
}

function lettersIn(pane: Element): Letter[] {
  const placed = placedIn(pane);
  const labelled = placed.length > 0 ? placed : labelledIn(pane);
  const letters: { from: Person[]; replyTo: Person[]; to: Person[] }[] = [];
  for (const { label, person } of labelled) {
    if (label === labelled[0]!.label) letters.push({ from: [person], replyTo: [], to: [] });
    else letters.at(-1)!.to.push(person);
  }
  const names = letters.map(letter => letter.from[0]!.name);
  const own = accountName(pane.ownerDocument.title);
  const isMixed = names.includes(own) && names.some(name => name !== own);
  return letters.map((letter, at) => ({ ...letter, ours: isMixed && names[at] === own })).reverse();
}

/** The name of who is signed in: `Subject - Agent - Outlook`; whoever writes may bear the same. */
function accountName(title: string): string {
  return /.* - (.+) - Outlook$/.exec(title)?.[1] ?? '';
}

/** Heads of messages have ids, their recipients a place of their own. */
function placedIn(pane: Element): Labelled[] {
  const shown = findAll(pane, `${FROM}, ${WELL} [role=button], ${WELL} span`).filter(
    each => !each.closest(`${QUOTED}, ${BODY}`) && isVisible(each),
  );
  const placed = outermost(shown).flatMap((element): Labelled[] => {
    const person = personIn(lineOf(element), '');
    const label = element.matches(FROM) ? 'from' : 'to';
    return person.email === '' && label === 'to' ? [] : [{ label, person }];
  });
  return placed.some(({ label, person }) => label === 'from' && person.email !== '') ? placed : [];
}

/** What bears a label in its attribute. */
function labelledIn(pane: Element): Labelled[] {
  const candidates = [...pane.querySelectorAll('[aria-label]')].filter(
    each => !each.closest(`${QUOTED}, ${BODY}, ${BARS}`) && !each.matches(HEADING) && isVisible(each),
  );
  return candidates.flatMap((element): Labelled[] => {
    const [, label = '', value = ''] = LABELLED.exec(element.getAttribute('aria-label') ?? '') ?? [];
    const text = value.includes('@') ? value : lineOf(element).replace(LABELLED, '$2');
    const isPerson = label !== '' && (text.includes('@') || lineOf(element).includes(value));
    return isPerson ? [{ label, person: personIn(text, value) }] : [];
  });
}

function personIn(text: string, value: string): Person {
  return { email: statedAddress(text), name: statedName(text) || value, phone: '' };
}
