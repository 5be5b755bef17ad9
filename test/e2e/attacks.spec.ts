import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { allowSite, loadSample, openStudio, publish } from '../run/flow.ts';
import { inProject } from '../run/process.ts';
import { type HostilePage, serveHostilePage } from './attacks/page.ts';
import { pressingAttacks } from './attacks/pressing.ts';
import { readingAttacks } from './attacks/reading.ts';
import { ClosedCard } from './closedCard.ts';
import { withExtension } from './fixture.ts';

const group = withExtension('en');
let site: HostilePage;

/** Addresses of two customers whose cards differ in everything, and of nobody. */
const writers = ['zhang.wei@acme-sz.test', 'zhao.lei@example-cn.test', 'no.bodies@example-cn.test'] as const;
const nobody = writers[2];
/** What stands on the card of one and not on that of another. */
const words = [
  ...['张伟', '深圳艾克美', '赵磊', 'Churn risk', 'Call back', 'High value', 'level 1 of', 'since 20'],
  ...Object.values(cardTexts).map(row => row.en.split(/[{“]/)[0]!.trim()),
].filter(word => word.length > 1);

test.beforeAll(async () => {
  site = await serveHostilePage();
  const studio = await openStudio(group.running);
  await loadSample(studio, 'en');
  await publish(studio, 'en');
  await studio.close();
  const page = await group.running.context.newPage();
  await page.goto(`${site.origin}/mail`);
  await allowSite(group.running, page, 'en');
  await page.close();
});

test.afterAll(() => site?.close());

async function openFrom(writer: string, prepare?: () => void): Promise<{ page: Page; card: ClosedCard }> {
  const page = await group.running.context.newPage();
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`${site.origin}/mail?from=${writer}`);
  const card = await ClosedCard.of(page);
  const answer = writer === nobody || writer.includes('press') ? cardTexts.unknownTitle.en : 'level';
  await expect.poll(() => card.text(), `the card of ${writer}`).toContain(answer);
  return { page, card };
}

test.describe('a page learns nothing of who is known', () => {
  for (const attack of readingAttacks) {
    test(attack.name, async () => {
      const learned: unknown[] = [];
      for (const writer of writers) {
        const { page } = await openFrom(writer, attack.prepare);
        if (attack.mouse) {
          for (const [x, y] of [
            [1100, 600],
            [1200, 500],
            [1000, 700],
          ] as const)
            await page.mouse.move(x, y);
          await page.mouse.wheel(0, 240);
          await page.mouse.wheel(0, -120);
          await page.mouse.move(100, 100);
        }
        await page.evaluate(all => Object.assign(window, { words: all }), words);
        const seen = JSON.stringify((await page.evaluate(attack.observe)) ?? null);
        learned.push(seen.replaceAll(writer, 'WRITER'));
        await page.close();
      }
      expect(learned[0]).toBe(learned[2]);
      expect(learned[1]).toBe(learned[2]);
      for (const word of words)
        if (/[\u4e00-\u9fff]|Churn|Call/.test(word)) expect(learned[0]).not.toContain(word);
      expect(site.asked.filter(url => !url.startsWith('/favicon'))).toEqual([]);
    });
  }
});

/** Whether two pictures show the same, but for how the edges of letters are smoothed: in all but few points. */
async function isAlike(one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other)) return true;
  const page = await group.running.context.newPage();
  const share = await page.evaluate(
    async pictures => {
      const [first, second] = await Promise.all(
        pictures.map(async picture => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const drawn = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          drawn.drawImage(image, 0, 0);
          return drawn.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let other = 0;
      for (let i = 0; i < first!.length; i += 4) other += +(Math.abs(first![i]! - second![i]!) > 64);
      return other / (first!.length / 4);
    },
    [one, other].map(picture => picture.toString('base64')),
  );
  await page.close();
  return share < 0.003;
}

test.describe('no press that was not meant', () => {
  const names = readFileSync(inProject('src/ui/overlay/card.css'), 'utf8').match(/--[a-z][a-z\d-]*/g) ?? [];

  /** Opens the card of a stranger whose button has been in plain sight for long enough. */
  async function openStranger(index: number) {
    const writer = `press.${index}@example.test`;
    const { page, card } = await openFrom(writer);
    const button = await card.middleOf(cardTexts.add.en);
    const { x, y, width, height } = (await card.box())!;
    await page.waitForTimeout(900); // what has only just come is not pressed
    return { writer, page, card, button, clip: { x, y, width, height } };
  }

  /** Whether somebody is in the base now, by the card on another page. */
  async function isAdded(writer: string): Promise<boolean> {
    const page = await group.running.context.newPage();
    await page.goto(`${site.origin}/mail?from=${writer}`);
    const card = await ClosedCard.of(page);
    const answer = new RegExp(
      `${cardTexts.unknownTitle.en}|${cardTexts.noAction.en}|${cardTexts.within.en.slice(0, 6)}`,
    );
    await expect.poll(() => card.text()).toMatch(answer);
    const shown = await card.text();
    await page.close();
    return !shown.includes(cardTexts.unknownTitle.en);
  }

  test('without an attack the press counts', async () => {
    const { writer, page, button } = await openStranger(0);
    await page.mouse.click(button.x, button.y);
    await expect.poll(() => isAdded(writer)).toBe(true);
    await page.close();
  });

  for (const [index, attack] of pressingAttacks.entries()) {
    test(attack.name, async () => {
      const { writer, page, card, button, clip } = await openStranger(index + 1);
      const plain = await page.screenshot({ clip });
      await page.evaluate(attack.lure, { ...button, names: [...new Set(names)] });
      await page.waitForTimeout(300); // the browser reports what is in plain sight every 100 ms
      const lured = await page.screenshot({ clip });
      if (!attack.unaided) await page.mouse.click(button.x, button.y);
      await page.waitForTimeout(200);
      // Where the card is as plain to see as before, whoever presses means it.
      if (attack.unaided || !(await isAlike(plain, lured))) expect(await isAdded(writer)).toBe(false);
      else expect(await card.text()).not.toContain(cardTexts.covered.en);
      await page.close();
    });
  }

  test('brings the card under a press that was meant for something else', async () => {
    const page = await group.running.context.newPage();
    await page.goto(`${site.origin}/mail?from=${nobody}`);
    const card = await ClosedCard.of(page);
    await expect.poll(() => card.text()).toContain(cardTexts.add.en);
    const { x, y } = await card.middleOf(cardTexts.add.en);
    await page.reload();
    await page.goto(`${site.origin}/mail`);
    await page.evaluate(() =>
      (window as unknown as { write(email: string): void }).write('press.under@example.test'),
    );
    await expect.poll(() => card.text()).toContain(cardTexts.add.en);
    await page.mouse.dblclick(x, y);
    await expect
      .poll(() => card.text())
      .toMatch(new RegExp(`${cardTexts.sudden.en}|${cardTexts.covered.en}`));
    expect(await isAdded('press.under@example.test')).toBe(false);
    await page.close();
  });
});

test.describe('a page cannot', () => {
  test('have the card on paper', async () => {
    const { page, card } = await openFrom(writers[0]);
    const clip = (await card.box())!;
    const empty = { ...clip, x: clip.x - 400 };
    expect((await page.screenshot({ clip })).equals(await page.screenshot({ clip: empty }))).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect((await page.screenshot({ clip })).equals(await page.screenshot({ clip: empty }))).toBe(true);
    await page.close();
  });

  test('make its script ask without end', async () => {
    const { page } = await openFrom(writers[0]);
    const worker = group.running.context.serviceWorkers()[0]!;
    await worker.evaluate(() => {
      const counted = { asked: 0 };
      Object.assign(globalThis, { counted });
      chrome.runtime.onMessage.addListener(() => void counted.asked++);
    });
    await page.evaluate(async () => {
      const { write } = window as unknown as { write(email: string): void };
      const frame = document.body.appendChild(document.createElement('iframe'));
      const until = performance.now() + 3_000;
      for (let i = 0; performance.now() < until; i++) {
        write(`guess.${i}@example.test`);
        for (const kind of ['focus', 'pageshow', 'popstate', 'hashchange'])
          window.dispatchEvent(new Event(kind));
        for (const kind of ['visibilitychange', 'click', 'keyup']) document.dispatchEvent(new Event(kind));
        frame.dispatchEvent(new Event('load'));
        history.replaceState(null, '', `#${i}`);
        await new Promise(resolve => setTimeout(resolve));
      }
    });
    const asked = await worker.evaluate(
      () => (globalThis as unknown as { counted: { asked: number } }).counted.asked,
    );
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(160); // looks of one batch each, far from one for each of thousands of changes
    await page.close();
  });

  test('keep the card when its site is revoked', async () => {
    const { page, card } = await openFrom(writers[0]);
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      Element.prototype.remove = () => undefined;
      const hold = () => {
        if (!host.isConnected) document.documentElement.append(host);
        if (!host.matches(':popover-open')) host.showPopover();
      };
      for (const each of [document, document.documentElement]) {
        new MutationObserver(hold).observe(each, { childList: true, attributes: true });
      }
      addEventListener('toggle', hold, { capture: true });
    });
    const own = await group.running.context.newPage();
    await own.goto(group.running.url('studio', '#/settings'));
    await own.evaluate(origin => chrome.permissions.remove({ origins: [`${origin}/*`] }), 'http://127.0.0.1');
    await expect.poll(() => card.text()).toBe('');
    await own.close();
    await allowSite(group.running, page, 'en');
    await page.close();
  });

  test('keep a card that has lost its extension: after an update there is one, and it answers', async () => {
    const { page, card } = await openFrom(writers[0]);
    const own = await group.running.context.newPage();
    await own.goto(group.running.url('popup'));
    await page.bringToFront();
    await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // its page goes with it
    await expect.poll(() => card.count(), { timeout: 30_000 }).toBe(1);
    await page.evaluate(
      email => (window as unknown as { write(email: string): void }).write(email),
      writers[1],
    );
    await expect.poll(() => card.text()).toContain('赵磊');
    expect(await card.count()).toBe(1);
    await page.close();
  });
});
