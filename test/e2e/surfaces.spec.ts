import { expect, type Page, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { panelTexts } from '../../src/i18n/panel.ts';
import { popupTexts } from '../../src/i18n/popup.ts';
import { settingsTexts } from '../../src/i18n/studio.ts';
import { allowSite, loadSample, openPopup, openStudio, publish, speak, stopWorker } from '../run/flow.ts';
import { ClosedCard } from './closedCard.ts';
import { expectAccessible, withExtension } from './fixture.ts';

test.describe.configure({ mode: 'serial' });
const group = withExtension('en');
const { say } = group;

let mail: Page;
let card: ClosedCard;

/** Opens a message of the demo mailbox without loading the page again. */
async function openMessage(id: string): Promise<void> {
  await mail.locator(`#row-${id} button`).click();
}

async function expectCard(words: string): Promise<void> {
  await expect.poll(() => card.text()).toContain(words);
}

test('the popup leads to the studio while the base is empty', async () => {
  mail = await group.running.context.newPage();
  await mail.goto(`${group.demo.origin}/mail/`);
  const popup = await openPopup(group.running, mail);
  await expect(popup.getByText(say(popupTexts.emptyTitle))).toBeVisible();
  await expectAccessible(popup, 'popup with an empty base');
  await group.running.closeSurface(popup);
});

test('sample in, rules published, site allowed: the mailbox shows the card', async () => {
  const studio = await openStudio(group.running);
  await loadSample(studio, 'en');
  await publish(studio, 'en');
  await studio.close();
  await allowSite(group.running, mail, 'en');
  card = await ClosedCard.of(mail);
  await openMessage('renewal');
  await expectCard('张伟');
  await openMessage('order');
  await expectCard('Northwind');
  expect(await card.text()).not.toContain('张伟');
});

test('a shared address asks who it is, and the choice holds', async () => {
  await openMessage('price');
  await expectCard(say(cardTexts.chooseTitle));
  await card.pressSteadily('徐丽');
  await expect.poll(() => card.text()).not.toContain(say(cardTexts.chooseTitle));
  expect(await card.text()).toContain('徐丽');
});

test('the panel follows the message, and the tab', async () => {
  await openMessage('renewal');
  await expectCard('张伟');
  await card.press(say(cardTexts.openPanel));
  const panel = await group.running.surface('panel');
  const heading = panel.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('张伟');
  await expectAccessible(panel, 'panel');

  await openMessage('complaint');
  await expect(heading).toHaveText('赵磊');

  const desk = await group.running.context.newPage();
  await desk.goto(`${group.demo.origin}/desk/?ticket=20438`);
  await expect(heading).toHaveText('Alice Johnson');
  await mail.bringToFront();
  await expect(heading).toHaveText('赵磊');
  await desk.close();

  await speak(panel, 'zh');
  await expect(panel.getByText(panelTexts.nextAction.zh, { exact: true })).toBeVisible();
  await panel.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(panel, 'panel, Chinese and dark');
  await speak(panel, 'en');
  await expect(panel.getByText(say(panelTexts.nextAction), { exact: true })).toBeVisible();
  await group.running.closeSurface(panel);
});

for (const [typed, how] of [
  ['zw', 'the initials of the name'],
  ['zhangwei', 'pinyin'],
  ['张伟', 'characters'],
  ['zhang.wei@acme', 'the beginning of the address'],
  ['0138000', 'the tail of the phone number'],
] as const) {
  test(`the popup finds a customer by ${how}`, async () => {
    const popup = await openPopup(group.running, mail);
    await popup.getByRole('combobox', { name: say(popupTexts.searchLabel) }).fill(typed);
    const first = popup.getByRole('option').first();
    await expect(first).toContainText('张伟');
    await expect(first).toContainText('深圳艾克美科技有限公司');
    await expectAccessible(popup, 'popup with hits');
    await group.running.closeSurface(popup);
  });
}

test('the popup says who is writing on this page and what comes next; with a stopped worker too', async () => {
  await openMessage('renewal');
  await expectCard('张伟');
  await stopWorker(group.running);
  const popup = await openPopup(group.running, mail);
  await expect(popup.getByRole('main')).toContainText('张伟');
  await expect(popup.getByRole('main')).toContainText(say(popupTexts.next));
  await group.running.closeSurface(popup);
});

test('Enter in the popup opens the panel at the customer', async () => {
  const popup = await openPopup(group.running, mail);
  await popup.getByRole('combobox', { name: say(popupTexts.searchLabel) }).fill('alice john');
  await expect(popup.getByRole('option').first()).toContainText('Alice Johnson');
  await popup.keyboard.press('Enter').catch(() => undefined); // the popup may be gone before the key is up
  const panel = await group.running.surface('panel');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Alice Johnson');
  await group.running.closeSurface(panel);
});

test('a site is revoked in the settings: the card goes at once and does not come back', async () => {
  await openMessage('renewal');
  await expectCard('张伟');
  const studio = await openStudio(group.running, '#/settings');
  await studio
    .getByRole('button', { name: say(settingsTexts.revokeSite).replace('{site}', 'http://127.0.0.1') })
    .click();
  await expect(studio.getByText(say(settingsTexts.sitesNone))).toBeVisible();
  await studio.close();
  await mail.bringToFront();
  await expect.poll(() => card.text()).toBe('');
  await mail.reload();
  await openMessage('order');
  await mail.waitForTimeout(600); // a while in which a card would have come
  expect(await card.text()).toBe('');
});
