const contact = { email: 'press.forged@example.test' };
const seen = { site: 'generic', thread: 't', contacts: [contact], suggestions: [] };
const asking = (name: unknown, input: unknown = {}) => ({ to: 'background', name, input });

/** What code that has got into the world of the card's script could send in its name: none of it may be answered. */
export const forgedMessages: Readonly<Record<string, unknown>> = {
  'a search of the base': asking('search', { text: 'a', limit: 100 }),
  'a customer by number': asking('cardOf', { id: 'C0001' }),
  'what another tab shows': asking('tab', { tabId: 1 }),
  'another customer for the panel': asking('show', { tabId: 1, id: 'C0001' }),
  'a customer as if from the popup': asking('addContact', { contact }),
  'a teaching as if from the popup': asking('pick', { tabId: 1 }),
  'the structure of another tab': asking('report', { tabId: 1 }),
  'news of the base': asking('changed'),
  'news of permissions': asking('siteAllowed'),
  'news of sources': asking('sourcesChanged'),
  'a reading as if from a frame': asking('frame', { thread: 't', contacts: [contact], suggestions: [] }),
  'a customer whom the page does not show': asking('add', { contact }),
  'a choice that was not offered': asking('choose', { id: 'C0001' }),
  'an answer for somebody else': asking('answer', { id: 'C0001', action: 'Call back', outcome: 'done' }),
  'a place on another site': asking('teach', {
    place: { origin: 'https://bank.test', at: 'a', name: null, reads: 'email' },
  }),
  'more people than there may be': asking('card', { ...seen, contacts: Array(13).fill(contact) }),
  'a megabyte': asking('card', { ...seen, thread: 'x'.repeat(1_000_000) }),
  'one thing more': asking('card', { ...seen, all: true }),
  'numbers for texts': asking('card', { ...seen, contacts: [{ email: 7 }] }),
  'a card outside of the window': asking('arrange', { collapsed: false, place: { x: -9, y: 1e9 } }),
  'a name of every object': asking('constructor'),
  'a name that is none': asking({ toString: 'card' }),
  'no name': { to: 'background' },
  'a text': 'card',
  'work for the page that nobody sees': { to: 'offscreen', name: 'add', contact },
  'a refresh by the page that nobody sees': { to: 'offscreen', name: 'refresh' },
  'an order to a page': { to: 'page', name: 'report' },
};
