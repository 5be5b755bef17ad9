import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chooseBrowser, thisMachine } from '../run/browser.ts';
import { launch, type Running } from '../run/extension.ts';
import { callEngine } from './engine.ts';
import { extension } from './fixture.ts';

/** A profile whose browser can be killed and started again. */
class Profile {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tierlens-kill-'));
  #running: Running | undefined;

  async open(): Promise<Page> {
    this.#running = await launch({
      browser: chooseBrowser(thisMachine()),
      extension,
      profile: this.#folder,
      headless: true,
      language: 'en',
    });
    const page = await this.#running.context.newPage();
    await page.goto(this.#running.url('studio', '#/settings'));
    return page;
  }

  /** As when the machine loses power: nothing is told, nothing is closed. */
  async kill(): Promise<void> {
    const closed = this.#running!.context.waitForEvent('close');
    process.kill(Number(readlinkSync(path.join(this.#folder, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
    await closed;
  }

  async close(): Promise<void> {
    await this.#running?.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const sample = { method: 'loadSample', args: ['sample', 20260101] } as const;

test.describe('a browser that is killed', () => {
  test.setTimeout(120_000);

  test('in the middle of an import leaves the base from before or the one after', async () => {
    const profile = new Profile();
    let page = await profile.open();
    await callEngine(page, sample);
    const before = await callEngine(page, { method: 'digest', args: [] });
    const rows = Array.from({ length: 40_000 }, (_, row) => `N${row},B${row % 10_000},2026-01-05,${row}`);
    const file = {
      name: 'orders.csv',
      content: `order number,customer id,order date,amount\n${rows.join('\n')}\n`,
    };
    const columns = ['order.number', 'customer.customerId', 'order.day', 'order.amount'].map(target => {
      const [of, field] = target.split('.');
      return { of, field };
    });
    const mapping = { subject: 'order', currency: 'CNY', columns };
    const until = { stage: 'writing', done: 2 };
    await callEngine(page, { method: 'runImport', args: ['import', mapping], file, until });
    await profile.kill();

    page = await profile.open();
    const { customers, orders } = await callEngine(page, { method: 'workspace', args: [] });
    const imports = await callEngine(page, { method: 'imports', args: [] });
    if (imports.length === 1) expect(await callEngine(page, { method: 'digest', args: [] })).toBe(before);
    else expect({ customers, orders }).toEqual({ customers: 15_000, orders: 80_000 });
    await callEngine(page, { method: 'runImport', args: ['import', mapping], file });
    const [latest] = await callEngine(page, { method: 'imports', args: [] });
    await callEngine(page, { method: 'undoImport', args: ['undo', latest!.id] });
    if (imports.length === 1) expect(await callEngine(page, { method: 'digest', args: [] })).toBe(before);
    await profile.close();
  });

  test('in the middle of a merge leaves the base from before or the one after', async () => {
    const profile = new Profile();
    let page = await profile.open();
    await callEngine(page, sample);
    const before = await callEngine(page, { method: 'digest', args: [] });
    const request = { search: '', offset: 0, limit: 5_000 };
    const { hits } = await callEngine(page, { method: 'customers', args: [request] });
    const pairs = Array.from({ length: 1_500 }, (_, i) => ({
      keep: hits[i]!.id,
      drop: hits[i + 2_000]!.id,
      fields: {},
    }));
    const until = { stage: 'writing', done: pairs.length };
    await callEngine(page, { method: 'mergeCustomers', args: ['merge', pairs], until });
    await profile.kill();

    page = await profile.open();
    const merges = await callEngine(page, { method: 'merges', args: [] });
    expect([0, pairs.length]).toContain(merges.length);
    const { customers } = await callEngine(page, { method: 'workspace', args: [] });
    expect(customers).toBe(5_000 - merges.length);
    if (merges.length === 0) expect(await callEngine(page, { method: 'digest', args: [] })).toBe(before);
    await profile.close();
  });
});
