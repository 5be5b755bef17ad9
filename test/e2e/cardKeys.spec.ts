import { expect, type Page, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { fill } from '../../src/i18n/index.ts';
import { panelTexts } from '../../src/i18n/panel.ts';
import { allowSite, loadSample, openStudio, publish } from '../run/flow.ts';
import { ClosedCard } from './closedCard.ts';
import { callEngine } from './engine.ts';
import { withExtension } from './fixture.ts';

// Every key of the card, as an agent presses it over a mailbox, and what the base says afterwards.

test.describe.configure({ mode: 'serial' });
const group = withExtension('en');
const { say } = group;

const more = `
action \`Send quote\` for \`Churn risk\` priority 60 within 7 days
  say "Hello {name}, here is our quote."
action \`Invite\` for \`Churn risk\` priority 40
action \`Write a card\` for \`Churn risk\` priority 30
`;

let studio: Page;
let mail: Page;
let card: ClosedCard;

/** Which of how many actions a screen reader is told of. */
const placed = (place: number, count: number, name: string) =>
  fill('en', say(cardTexts.place), { place, count, name });

async function expectCard(words: string): Promise<void> {
  await expect.poll(() => card.text()).toContain(words);
}

/** Presses a key that changes something: again, where the card says that its button had only just come. */
async function pressSteadily(key: string): Promise<void> {
  await expect(async () => {
    await mail.keyboard.press(key);
    const text = await card.text();
    for (const told of [cardTexts.sudden, cardTexts.covered]) expect(text).not.toContain(say(told));
  }).toPass();
}

/** What is kept of the customer whose message is open. */
async function customerAs(name: string) {
  const [hit] = await studio.evaluate(
    async text =>
      (await chrome.runtime.sendMessage({ to: 'background', name: 'search', input: { text, limit: 1 } }))
        .value,
    name,
  );
  const view = await callEngine(studio, { method: 'customer', args: [hit.id] });
  return view!;
}

const isInCard = () => mail.evaluate(() => document.activeElement?.matches(':root > div'));

test.beforeAll(async () => {
  studio = await openStudio(group.running);
  await loadSample(studio, 'en');
  await publish(studio, 'en');
  const { published } = await callEngine(studio, { method: 'workspace', args: [] });
  await callEngine(studio, { method: 'publish', args: ['keys', published + more, ''] });
  mail = await group.running.context.newPage();
  await mail.goto(`${group.demo.origin}/mail/?lang=en`);
  await allowSite(group.running, mail, 'en');
  card = await ClosedCard.of(mail);
  await mail.locator('#row-renewal button').click();
  await expectCard('Call back');
});

test('Alt+Shift+T goes into the card and back; Esc folds it, Enter unfolds it; outside of it no letter counts', async () => {
  for (const key of ['d', 'x', 'n']) await mail.keyboard.press(key);
  await expectCard(placed(1, 3, 'Call back'));
  await mail.keyboard.press('Alt+Shift+KeyT');
  expect(await isInCard()).toBe(true);
  await mail.keyboard.press('Escape');
  await expect.poll(() => card.text()).not.toContain('Call back');
  await mail.keyboard.press('Enter');
  await expectCard('Call back');
  await mail.keyboard.press('Alt+Shift+KeyT');
  expect(await isInCard()).toBe(false);
  expect((await customerAs('张伟')).journal).toEqual([]);
});

test('N shows one action after the other, after the last the first, and answers none', async () => {
  await mail.keyboard.press('Alt+Shift+KeyT');
  await mail.keyboard.press('n');
  await expectCard(placed(2, 3, 'Send quote'));
  expect(await card.text()).toContain('here is our quote');
  await mail.keyboard.press('n');
  await expectCard(placed(3, 3, 'Invite'));
  expect(await card.text()).not.toContain(say(cardTexts.copy)); // it comes without a message
  await mail.keyboard.press('n');
  await expectCard(placed(1, 3, 'Call back'));
  const { journal, actions } = await customerAs('张伟');
  expect(journal).toEqual([]);
  expect(actions.map(({ name }) => name)).toEqual(['Call back', 'Send quote', 'Invite']);
});

test('C copies the message, I puts it where the agent writes', async () => {
  await group.running.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await mail.keyboard.press('n');
  await pressSteadily('c');
  await expectCard(say(cardTexts.copied));
  expect(await mail.evaluate(() => navigator.clipboard.readText())).toBe('Hello 张伟, here is our quote.');

  await mail.getByRole('button', { name: 'Reply' }).click();
  await mail.keyboard.type('Good morning. ');
  await mail.keyboard.press('Alt+Shift+KeyT');
  await expectCard(say(cardTexts.insert));
  await pressSteadily('i');
  await expect(mail.locator('.answer textarea')).toHaveValue('Good morning. Hello 张伟, here is our quote.');
  expect(await isInCard()).toBe(false);
});

test('D, L, R and X answer the action that is shown; the keyboard stays in the card', async () => {
  await mail.keyboard.press('Alt+Shift+KeyT');
  await expectCard(placed(2, 3, 'Send quote'));
  for (const key of ['n', 'n', 'n']) await mail.keyboard.press(key);
  await pressSteadily('d');
  await expectCard(placed(1, 3, 'Call back'));
  await pressSteadily('l');
  await expectCard(placed(1, 2, 'Invite'));
  await pressSteadily('r');
  await expectCard('Write a card');
  await pressSteadily('x');
  await expectCard(say(cardTexts.noAction));
  expect(await isInCard()).toBe(true);

  const { journal, actions, card: kept } = await customerAs('张伟');
  const answers = journal.flatMap(({ content }) => (content.kind === 'outcome' ? [content] : []));
  expect(Object.fromEntries(answers.map(({ action, outcome }) => [action, outcome]))).toEqual({
    'Send quote': 'done',
    'Call back': 'later',
    Invite: 'refused',
    'Write a card': 'doesNotFit',
  });
  expect(answers).toHaveLength(4);
  expect(actions).toEqual([]);
  expect(kept).toMatchObject({ action: null });
});

test('A adds a stranger, O opens the side panel', async () => {
  await mail.locator('#row-stranger button').click();
  await expectCard(say(cardTexts.unknownTitle));
  await mail.keyboard.press('Alt+Shift+KeyT');
  await pressSteadily('a');
  await expect.poll(() => card.text()).not.toContain(say(cardTexts.unknownTitle));
  expect((await customerAs('Farid Rahimi')).customer.emails).toEqual(['farid@initech.test']);
  await mail.keyboard.press('o');
  const panel = await group.running.surface('panel');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Farid Rahimi');
  await expect(panel.getByText(say(panelTexts.nextAction), { exact: true })).toBeVisible();
  await group.running.closeSurface(panel);
});
