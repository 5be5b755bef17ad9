import { expect, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { allowSite, loadSample, openStudio, publish } from '../run/flow.ts';
import { ClosedCard } from './closedCard.ts';
import { withExtension } from './fixture.ts';
import { withRealServer } from './realServer.ts';

const RT = 'http://127.0.0.1:11081';

test.describe('on a real Request Tracker (../shared/pages)', () => {
  const group = withExtension('en');
  withRealServer('rt.sh');

  test('a ticket shows its requestor, an answer whom it goes to, a list nobody, a forged name nobody else', async () => {
    test.setTimeout(120_000);
    const studio = await openStudio(group.running);
    await loadSample(studio, 'en');
    await publish(studio, 'en');
    await studio.close();
    const page = await group.running.context.newPage();
    await page.goto(`${RT}/`);
    await allowSite(group.running, page, 'en');
    await page.fill('input[name=user]', 'root');
    await page.fill('input[name=pass]', 'password');
    await page.press('input[name=pass]', 'Enter');
    await page.waitForSelector('#li-preferences');
    const card = await ClosedCard.of(page);

    // Its pages go on loading an editor and pictures long after the ticket is there.
    const open = (path: string) => page.goto(`${RT}${path}`, { waitUntil: 'domcontentloaded' });
    await open('/Ticket/Display.html?id=1');
    await expect.poll(() => card.text()).toMatch(/level 1 of \d.*张伟/);
    await open('/Ticket/Display.html?id=5');
    await expect.poll(() => card.text()).toContain('Alice Johnson');
    expect(await card.text()).not.toContain('张伟');

    await open('/Ticket/Update.html?id=1&Action=Respond');
    await expect.poll(() => card.text()).toContain('张伟');
    const editor = page.frameLocator('iframe.cke_wysiwyg_frame').locator('body');
    await editor.click();
    await card.pressSteadily(cardTexts.insert.en);
    await expect.poll(() => card.text()).toContain(cardTexts.inserted.en);
    await expect(editor).toContainText('{coupon}');
    await page.keyboard.press('Control+z');
    await expect(editor).not.toContainText('{coupon}', { timeout: 3000 });

    await open('/Search/Results.html?Query=id>0');
    await page.waitForSelector('table.collection-as-table a');
    expect(await card.text()).toBe('');
    await page.locator('table.collection-as-table a', { hasText: 'SO-20260701-0001' }).first().click();
    await expect.poll(() => card.text()).toContain('张伟');

    const created = await page.evaluate(async () => {
      const ticket = { id: 'new', Queue: '1', Status: 'new', Subject: 'Refund', Content: 'Hello' };
      const Requestors = '"zhang.wei@acme-sz.test" <mallory@evil.test>';
      const body = new URLSearchParams({ ...ticket, Requestors, SubmitTicket: 'Create' });
      const { url } = await fetch('/Ticket/Create.html', { method: 'POST', body });
      return new URL(url).pathname + new URL(url).search;
    });
    await open(created);
    await expect.poll(() => card.text()).toContain(cardTexts.unknownTitle.en);
    expect(await card.text()).not.toMatch(/张伟|level \d of/);
    await page.close();
  });
});
