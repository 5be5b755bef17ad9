import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { serve } from '../run/serve.ts';

/**
 * The most memory, in bytes, that a page's process has while it brings a file of so many orders in: heap, columns,
 * garbage and the browser's own. Null where the system does not say (it does on Linux).
 */
export async function peakOfIntake(
  folder: string,
  context: BrowserContext,
  orders: number,
): Promise<number | null> {
  if (!existsSync('/proc/self/clear_refs')) return null;
  const site = await serve(folder);
  const page = await context.newPage();
  try {
    await page.goto(`${site.origin}/`);
    await page.waitForFunction(() => 'bringMadeIn' in globalThis);
    await call(page, 'makeOrders', orders);
    const before = await renderers(context);
    for (const id of before.keys()) writeFileSync(`/proc/${id}/clear_refs`, '5'); // the peak begins anew
    await call(page, 'bringMadeIn');
    const worked = [...(await renderers(context))].map(
      ([id, seconds]) => [id, seconds - (before.get(id) ?? 0)] as const,
    );
    const [own] = worked.reduce((most, each) => (each[1] > most[1] ? each : most));
    return peakOf(own);
  } finally {
    await page.close();
    await site.close();
  }
}

function call(page: Page, name: string, ...given: number[]): Promise<void> {
  return page.evaluate(
    ([wanted, options]) => {
      const benches = globalThis as unknown as Record<string, (...options: number[]) => Promise<void>>;
      return benches[wanted]!(...options);
    },
    [name, given] as const,
  );
}

/** The processes of pages, with the seconds that each has worked. */
async function renderers(context: BrowserContext): Promise<Map<number, number>> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Map(
    processInfo.flatMap(({ type, id, cpuTime }) => (type === 'renderer' ? [[id, cpuTime] as const] : [])),
  );
}

function peakOf(id: number): number {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) * 1_024;
}
