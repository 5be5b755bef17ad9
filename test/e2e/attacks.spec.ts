import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { allowSite, loadSample, openStudio, publish } from '../run/flow.ts';
import { inProject } from '../run/process.ts';
import { forgedMessages } from './attacks/messages.ts';
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

/** The page shows another customer's message: there is one card, and it is theirs. */
async function expectToFollow(page: Page, card: ClosedCard): Promise<void> {
  await page.evaluate(
    email => (window as unknown as { write(email: string): void }).write(email),
    writers[1],
  );
  await expect.poll(() => card.text()).toContain('赵磊');
  expect(await card.count()).toBe(1);
}

test('a page that can weigh its memory shows no card: the badge tells', async () => {
  const page = await group.running.context.newPage();
  const worker = group.running.context.serviceWorkers()[0]!;
  const badge = () =>
    worker.evaluate(async origin => {
      const [tab] = await chrome.tabs.query({ url: `${origin}/*` });
      return tab ? chrome.action.getBadgeText({ tabId: tab.id! }) : '';
    }, 'http://127.0.0.1');
  await page.goto(`${site.origin}/mail?isolated&from=${writers[0]}`);
  expect(
    await page.evaluate(() => crossOriginIsolated && 'measureUserAgentSpecificMemory' in performance),
  ).toBe(true);
  await expect.poll(badge).toBe('A');
  const card = await ClosedCard.of(page);
  expect(await card.count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  await page.goto(`${site.origin}/mail?from=${writers[0]}`);
  await expect.poll(() => card.text()).toContain('level');
  await page.close();
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
      const isPlain = await isAlike(plain, lured);
      for (let presses = 0; !attack.unaided && presses < 3; presses++) {
        const { x, y } = attack.moves || presses ? await card.middleOf(cardTexts.add.en) : button;
        await page.mouse.click(x, y);
        await page.waitForTimeout(200);
        // A card that has come to the front may be pressed again, but one that nobody sees may not.
        const text = await card.text();
        if (!text.includes(cardTexts.sudden.en) && !(isPlain && text.includes(cardTexts.covered.en))) break;
        await page.waitForTimeout(700);
      }
      // Where the card is as plain to see as before, whoever presses means it.
      if (attack.unaided || !isPlain) expect(await isAdded(writer)).toBe(false);
      else expect(await card.text()).not.toContain(cardTexts.covered.en);
      if (attack.isHarmless) await expect.poll(() => isAdded(writer)).toBe(true);
      await page.close();
    });
  }

  test('swaps the person at the last moment', async () => {
    const { writer, page, button } = await openStranger(100);
    const other = 'somebody.else@example.test';
    await page.evaluate(email => (window as unknown as { write(email: string): void }).write(email), other);
    const card = await ClosedCard.of(page);
    await expect(async () => {
      expect(await card.text()).toContain(other);
      await page.mouse.click(button.x, button.y);
    }).toPass({ intervals: [10] });
    await expect
      .poll(() => card.text())
      .toMatch(new RegExp(`${cardTexts.sudden.en}|${cardTexts.covered.en}`));
    for (const each of [writer, other]) expect(await isAdded(each)).toBe(false);
    await page.close();
  });

  test('has a person press a place again and again, and brings the card there', async () => {
    const { page, card, button } = await openStranger(101);
    await page.goto(`${site.origin}/mail`);
    await page.evaluate(() =>
      (window as unknown as { write(email: string): void }).write('press.again@example.test'),
    );
    await expect.poll(() => card.text()).toContain(cardTexts.add.en);
    for (let presses = 0; presses < 10; presses++) {
      await page.mouse.click(button.x, button.y);
      await page.waitForTimeout(200);
    }
    expect(await card.text()).toMatch(new RegExp(`${cardTexts.sudden.en}|${cardTexts.covered.en}`));
    expect(await isAdded('press.again@example.test')).toBe(false);
    await page.close();
  });

  test('keeps the keyboard in the card while somebody types into a field of its own', async () => {
    const { writer, page, card } = await openStranger(102);
    await card.press(cardTexts.collapse.en);
    await card.press(cardTexts.expand.en.split(' {')[0]!);
    await page.evaluate(() =>
      addEventListener('mousedown', event => event.preventDefault(), { capture: true }),
    );
    await page.mouse.click(100, 100);
    await page.waitForTimeout(900);
    await page.keyboard.type('an answer');
    await page.waitForTimeout(100);
    expect(await isAdded(writer)).toBe(false);
    await page.close();
  });

  for (const text of ['copy', 'insert'] as const) {
    test(`covers the button ${text}, which gives the words of the card away`, async () => {
      const { page, card } = await openFrom(writers[0]);
      await page.evaluate(() => {
        const field = document.body.appendChild(document.createElement('textarea'));
        field.style.cssText = 'width:300px;height:200px';
        field.focus();
      });
      await page.keyboard.press('Shift');
      const at = await card.middleOf(cardTexts[text].en);
      await page.waitForTimeout(900);
      await page.evaluate(() => {
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff';
        document.body.append(cover);
        cover.showPopover();
      });
      await page.waitForTimeout(300);
      await page.mouse.click(at.x, at.y);
      await expect.poll(() => card.text()).toContain(cardTexts.covered.en);
      expect(await page.evaluate(() => document.querySelector('textarea')!.value)).toBe('');
      expect(await card.text()).not.toContain(cardTexts.copied.en);
      await page.waitForTimeout(900); // now it stands before the cover
      const { x, y } = await card.middleOf(cardTexts[text].en);
      await page.mouse.click(x, y);
      const told = cardTexts[text === 'copy' ? 'copied' : 'inserted'].en;
      await expect.poll(() => card.text()).toContain(told);
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
  test('have anything done in the name of the script, even by code in its world', async () => {
    const own = await group.running.context.newPage();
    await own.goto(group.running.url('popup'));
    const made = {
      to: 'background',
      name: 'addContact',
      input: { contact: { email: 'of.ours@example.test' } },
    };
    expect(await own.evaluate(message => chrome.runtime.sendMessage(message), made)).toMatchObject({
      ok: true,
    });
    const { page } = await openFrom(writers[0]);
    const session = await page.context().newCDPSession(page);
    const worlds = new Map<string, number>();
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.set(context.name, context.id));
    await session.send('Runtime.enable');
    const expression = `Promise.all(${JSON.stringify(Object.values(forgedMessages))}.map(message =>
      chrome.runtime.sendMessage(message).catch(() => undefined)))`;
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId: worlds.get('Tierlens')!,
      awaitPromise: true,
      returnByValue: true,
    });
    const answers = result.value as ({ ok: boolean } | null)[];
    const names = Object.keys(forgedMessages);
    expect(answers).toHaveLength(names.length);
    expect(names.filter((_, i) => answers[i] && answers[i].ok !== false)).toEqual([]);
    await page.close();
    await own.close();
    const forged = await openFrom('press.forged@example.test'); // who is still in nobody's record
    await forged.page.close();
  });

  test('have a file of the extension, or put one of its pages into a frame', async () => {
    const { page } = await openFrom(writers[0]);
    const files = [
      'manifest.json',
      'icons/128.png',
      'src/ui/overlay/overlay.iife.js',
      'src/ui/popup/popup.html',
    ];
    const got = await page.evaluate(
      async urls => {
        const fetched = urls.map(url =>
          fetch(url).then(
            () => url,
            () => '',
          ),
        );
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = urls.at(-1)!;
        await new Promise(resolve => frame.addEventListener('load', resolve));
        return Promise.all(fetched);
      },
      files.map(file => new URL(`/${file}`, group.running.url('popup')).href),
    );
    expect(got.filter(Boolean)).toEqual([]);
    expect(page.frames().filter(frame => frame.url().startsWith('chrome-extension:'))).toEqual([]);
    await page.close();
  });

  test('talk to its script', async () => {
    const { page, card } = await openFrom(writers[0]);
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild!;
      for (const name of ['detach', 'changed', 'pick', 'report', 'frame']) {
        window.postMessage({ to: 'page', name }, '*');
        new BroadcastChannel('tierlens').postMessage({ to: 'page', name });
        for (const target of [document, window, host])
          target.dispatchEvent(new CustomEvent(name, { detail: { to: 'page', name } }));
      }
      for (const kind of ['tierlens-succession', 'freeze', 'resume', 'pagehide', 'beforeunload', 'abort'])
        for (const target of [document, window, host]) target.dispatchEvent(new Event(kind));
    });
    await expectToFollow(page, card);
    await page.close();
  });

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
    await expectToFollow(page, card);
    await page.close();
  });
});
