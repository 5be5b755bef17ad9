import { statedAddress, statedName } from './address.ts';
import { declare } from './declared.ts';
import { isVisible, lineOf, QUOTED } from './dom.ts';
import type { Letter, Person } from './people.ts';

const BODY = '[id^="UniqueMessageBody"], [role=document]';
const BARS = '[role=option], [role=listbox], [role=toolbar], [role=menubar], [role=tablist]';
/** A subject may look as if it were labelled: `Re: your order`. */
const HEADING = 'h1, h2, h3, [role=heading]';
/** A label in any language, then what it labels: `From: Alice Johnson<alice@northwind.test>`, `发件人：…`. */
const LABELLED = /^([^:：<>@]{1,24}?)\s*[:：]\s*(\S.*)$/su;

/**
 * Outlook on the web: personal, work and the new address. Labels are in the user's language, but a head is always
 * sender first, then recipients, then the text; so what is labelled as the first of all is a sender.
 */
export const outlook = declare({
  id: 'outlook',
  checkedOn: 'Mailvelope and a script of 2026-08',
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
  readonly element: Element;
  readonly label: string;
  readonly person: Person;
}

function lettersIn(pane: Element): Letter[] {
  const labelled = labelledIn(pane);
  const letters: { from: Person[]; replyTo: Person[]; to: Person[] }[] = [];
  for (const { label, person } of labelled) {
    if (label === labelled[0]!.label) letters.push({ from: [person], replyTo: [], to: [] });
    else letters.at(-1)!.to.push(person);
  }
  return letters.reverse();
}

/** What bears a label in its attribute; without any, what shows `name <address>` counts as sender, and the rest not. */
function labelledIn(pane: Element): Labelled[] {
  const candidates = (selector: string) =>
    [...pane.querySelectorAll(selector)].filter(
      each => !each.closest(`${QUOTED}, ${BODY}, ${BARS}`) && !each.matches(HEADING) && isVisible(each),
    );
  const labelled = candidates('[aria-label]').flatMap((element): Labelled[] => {
    const [, label = '', value = ''] = LABELLED.exec(element.getAttribute('aria-label') ?? '') ?? [];
    const text = value.includes('@') ? value : lineOf(element).replace(LABELLED, '$2');
    const isPerson = label !== '' && (text.includes('@') || lineOf(element).includes(value));
    return isPerson ? [{ element, label, person: personIn(text, value) }] : [];
  });
  const isShown = labelled.some(({ person }) => person.email !== '');
  if (isShown) return labelled;
  const shown = candidates('span, div, button').filter(
    each => each.childElementCount === 0 && /^[^<>]*<[^<>\s]+@[^<>\s]+>;?$/.test(lineOf(each)),
  );
  if (labelled.length > 0 || shown.length === 0) return labelled;
  return shown.map((element, index) => ({
    element,
    label: index === 0 ? 'from' : 'to',
    person: personIn(lineOf(element), ''),
  }));
}

function personIn(text: string, value: string): Person {
  return { email: statedAddress(text), name: statedName(text) || value, phone: '' };
}
