import { expect, type Page, test } from '@playwright/test';
import { problems } from '../../src/i18n/problems.ts';
import { sourceTexts } from '../../src/i18n/sources.ts';
import { importTexts } from '../../src/i18n/studio.ts';
import { grantUnasked } from '../run/flow.ts';
import { type Answers, serveAnswers } from './answers.ts';
import { callEngine } from './engine.ts';
import { expectAccessible } from './fixture.ts';
import { like, withStudio } from './studio.ts';

const people = (...rows: readonly string[]) => ['customer id,name,email', ...rows].join('\n');
const ada = 'K1,Ada Lund,ada@example.com';
const eva = 'K2,Eva Holm,eva@example.com';
const token = 's3cret-0815';

for (const language of ['en', 'zh'] as const) {
  test.describe(`sources from an address, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const studio = withStudio(language);
    const { say } = studio;
    let server: Answers;
    let page: Page;
    const line = () => page.getByRole('row', { name: /^CRM/ });
    const fetchNow = () => page.getByRole('button', { name: like(say(sourceTexts.runOf)) }).click();
    /** Without what is put in at run time. */
    const told = (words: { en: string; zh: string }) => page.getByText(like(say(words)));
    const customers = async () => (await callEngine(page, { method: 'workspace', args: [] })).customers;

    /** Answers who has the key with a table that bears a mark. */
    function answerWith(text: string, etag: string): void {
      server.answer((request, response) => {
        if (request.headers.authorization !== `Bearer ${token}`) response.writeHead(401).end();
        else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { etag }).end(text);
      });
    }

    test.beforeAll(async () => {
      server = await serveAnswers();
    });
    test.afterAll(() => server.close());

    test('is tried, looked at, imported and remembered; nothing is asked before', async () => {
      await grantUnasked(studio.group.running, server.origin);
      page = await studio.open('#/import');
      await page.getByRole('button', { name: say(sourceTexts.add) }).click();
      const dialog = page.getByRole('dialog');
      const address = dialog.getByLabel(say(sourceTexts.url));
      await address.fill('http://crm.example.com/people.csv');
      await dialog.getByRole('button', { name: say(sourceTexts.tryIt) }).click();
      await expect(dialog.getByRole('alert')).toHaveText(like(say(problems.addressOpen)));
      await address.fill(`${server.origin}/people.csv`);
      await dialog.getByLabel(say(sourceTexts.key)).selectOption('bearer');
      await dialog.getByLabel(say(sourceTexts.token)).fill(token);
      await dialog.getByLabel(say(sourceTexts.schedule)).selectOption('hour');
      await dialog.getByLabel(say(sourceTexts.name)).fill('CRM');
      await expectAccessible(page, 'the form of an address');
      expect(server.asked).toHaveLength(0);
      answerWith(people(ada), '"1"');
      await dialog.getByRole('button', { name: say(sourceTexts.tryIt) }).click();
      await expect(page.getByRole('heading', { name: 'people.csv' })).toBeVisible();
      await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
      await page.getByRole('button', { name: language === 'en' ? 'Import 1 row' : /^导入 1 行/ }).click();
      await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();
      expect(await customers()).toBe(1);
      const scripts = await page.evaluate(() => chrome.scripting.getRegisteredContentScripts());
      expect(scripts, 'pages of a host that is only fetched from are not read').toEqual([]);
      await page.reload();
      await expect(line()).toContainText(like(say(sourceTexts.hour)));
      await expectAccessible(page, 'a source from an address');
    });

    test('says that nothing is new, and sends nothing that would tell who asks', async () => {
      await fetchNow();
      await expect(line()).toContainText(say(sourceTexts.unchanged));
      const { headers } = server.asked.at(-1)!;
      expect(headers).toMatchObject({ 'if-none-match': '"1"', authorization: `Bearer ${token}` });
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    });

    test('keeps what it had when it cannot be fetched, and says why', async () => {
      const failures = [
        [(_, response) => response.writeHead(401).end(), problems.sourceSignIn],
        [(_, response) => response.writeHead(500).end(), problems.sourceServer],
        [
          (_, response) => response.end('[{"customer id":"K1","name":"A"},{"customer id":}]'),
          problems.jsonBroken,
        ],
        [
          (_, response) =>
            response.writeHead(302, { location: server.origin.replace('127.0.0.1', 'localhost') }).end(),
          problems.sourceForwardedAway,
        ],
      ] as const satisfies readonly (readonly [
        Parameters<Answers['answer']>[0],
        { en: string; zh: string },
      ])[];
      for (const [answer, words] of failures.slice(0, language === 'en' ? undefined : 1)) {
        server.answer(answer);
        await fetchNow();
        await expect(told(words)).toBeVisible();
        await expect(page.getByText(say(sourceTexts.kept))).toBeVisible();
      }
      const elsewhere = server.asked.filter(({ headers }) => headers.host?.startsWith('localhost'));
      expect(elsewhere.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
      await expect(page.getByRole('navigation').getByText(like(say(sourceTexts.failing)))).toBeAttached();
      await expectAccessible(page, 'a source that fails');
      expect(await customers()).toBe(1);
    });

    test('is fetched by itself when it is due, and its import is in the history', async () => {
      answerWith(people(ada, eva), '"2"');
      await makeDue(page);
      await expect(line()).toContainText(language === 'en' ? '2 rows imported' : '已导入 2 行', {
        timeout: 20_000,
      });
      expect(await customers()).toBe(2);
      await expect(page.getByRole('row', { name: /^people\.csv/ })).toHaveCount(2);
      expect(await callEngine(page, { method: 'customer', args: ['K2'] })).toMatchObject({
        customer: { name: 'Eva Holm' },
      });
    });

    test('asks nothing once the host is not allowed any more, and leaves no permission behind', async () => {
      const before = server.asked.length;
      await page.evaluate(async origin => {
        await chrome.permissions.remove({ origins: [`${origin}/*`] });
      }, 'http://127.0.0.1');
      await expect(line()).toContainText(say(sourceTexts.notAllowed));
      await makeDue(page);
      await expect.poll(async () => (await lastOf(page))?.code).toBe('sourceNotAllowed');
      expect(server.asked).toHaveLength(before);
      await page.getByRole('button', { name: say(sourceTexts.more).replace('{name}', 'CRM') }).click();
      await page.getByRole('menuitem', { name: say(sourceTexts.remove) }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say(sourceTexts.remove) })
        .click();
      await expect(line()).toHaveCount(0);
      expect(await callEngine(page, { method: 'sources', args: [] })).toEqual([]);
      await page.close();
    });
  });
}

async function lastOf(page: Page) {
  return (await callEngine(page, { method: 'sources', args: [] }))[0]?.address?.last;
}

/** Makes every source due, as if two days had passed, and has its alarm ring. */
async function makeDue(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('tierlens');
    await new Promise(resolve => {
      open.onsuccess = resolve;
    });
    const store = open.result.transaction('sources', 'readwrite').objectStore('sources');
    const all = store.getAll();
    await new Promise<void>(resolve => {
      all.onsuccess = () => {
        for (const source of all.result) {
          const at = Date.now() - 2 * 86_400_000;
          source.address.since = at;
          source.address.last = { ...source.address.last, at };
          store.put(source);
        }
        store.transaction.oncomplete = () => resolve();
      };
    });
    open.result.close();
    await chrome.alarms.create('sources', { when: Date.now() });
  });
}
