import type { Hit } from '../../src/domain/index.ts';
import type { Running } from '../run/extension.ts';

/** Milliseconds from the navigation to the frame that has the first line of rules in the code editor, each time. */
export async function measureStudio(running: Running, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await running.context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        const lines = [...document.querySelectorAll('.monaco-editor .view-line')];
        if (lines.some(line => line.textContent?.trim()))
          Object.assign(globalThis, { firstLine: performance.now() });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(running.url('studio', '#/rules'));
    const shown = await page.waitForFunction(() => (globalThis as { firstLine?: number }).firstLine);
    times.push((await shown.jsonValue())!);
    await page.close(); // the last page of the engine's worker: the next one starts it again
  }
  return times;
}

const typed = ['zhangwei', 'zw', '张伟', 'alice', '8000', 'northwind', 'lina', 'nobody at all'];

/** Milliseconds of a look-up as the popup asks for it, at each key of several words, and addresses of customers. */
export async function measureSearch(running: Running): Promise<{ times: number[]; addresses: string[] }> {
  const page = await running.context.newPage();
  await page.goto(running.url('popup'));
  const measured = await page.evaluate(async words => {
    const search = async (text: string, limit: number): Promise<Hit[]> => {
      const answer = await chrome.runtime.sendMessage({
        to: 'background',
        name: 'search',
        input: { text, limit },
      });
      return answer.value;
    };
    const found = await search('@', 100);
    const times: number[] = [];
    for (const word of words) {
      for (let keys = 1; keys <= word.length; keys++) {
        const begin = performance.now();
        await search(word.slice(0, keys), 8);
        times.push(performance.now() - begin);
      }
    }
    return { times, addresses: found.map(hit => hit.email).filter(Boolean) };
  }, typed);
  await page.close();
  return measured;
}
