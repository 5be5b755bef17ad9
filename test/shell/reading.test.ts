import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaughtPlace } from '../../src/domain/index.ts';
import {
  changeReading,
  getReading,
  keepTaught,
  knowledgeFor,
  readingFrom,
  readTaughtFile,
  taughtFile,
} from '../../src/shell/reading.ts';

const place: TaughtPlace = { origin: 'https://desk.test', at: '[data-test="who"]', name: '', reads: 'email' };
let kept: Record<string, unknown>;

beforeEach(() => {
  kept = {};
  vi.stubGlobal('chrome', {
    storage: {
      local: { get: async () => kept, set: async (change: object) => void Object.assign(kept, change) },
    },
  });
});

describe('what is told about reading pages', () => {
  it.each([
    undefined,
    null,
    5,
    'x',
    [],
    {},
    { own: 'a@b.test', patterns: [7], taught: [{ origin: 'desk.test' }] },
  ])('%j is nothing told', given => {
    expect(readingFrom(given)).toEqual({ own: [], patterns: [], taught: [] });
  });

  it('addresses are kept as they are compared, each once', async () => {
    await changeReading(() => ({ own: ['Agent@Shop.test', 'agent@shop.test'] }));
    expect((await getReading()).own).toEqual(['agent@shop.test']);
  });

  it('what is no address or no pattern is refused, and nothing is lost', async () => {
    await changeReading(() => ({ own: ['agent@shop.test'], patterns: ['A-\\d{6}'] }));
    await expect(changeReading(() => ({ own: ['agent'] }))).rejects.toMatchObject({ code: 'notAnAddress' });
    await expect(changeReading(() => ({ patterns: ['AB-\\d{6'] }))).rejects.toMatchObject({
      code: 'patternPlace',
      args: { position: 6 },
    });
    expect(await getReading()).toEqual({ own: ['agent@shop.test'], patterns: ['A-\\d{6}'], taught: [] });
  });

  it('a site has one place, the last that was taught', async () => {
    await keepTaught(place);
    await keepTaught({ ...place, origin: 'https://other.test' });
    await keepTaught({ ...place, at: '.later' });
    const reading = await getReading();
    expect(reading.taught).toHaveLength(2);
    expect(knowledgeFor(reading, place.origin).taught?.at).toBe('.later');
    expect(knowledgeFor(reading, 'https://third.test').taught).toBeNull();
  });

  it('goes out as a file and comes in again; another file is refused', () => {
    const framed = { ...place, origin: 'https://framed.test', frames: ['#outer', 'iframe'] };
    expect(readTaughtFile(taughtFile([place, framed]))).toEqual([place, framed]);
    for (const text of [
      '',
      '{}',
      '[]',
      taughtFile([{ ...place, origin: 'javascript:alert(1)' }]),
      taughtFile([{ ...place, at: '' }]),
      taughtFile([{ ...place, frames: [''] }]),
      taughtFile([{ ...place, frames: Array(5).fill('iframe') }]),
    ]) {
      expect(() => readTaughtFile(text)).toThrow('notASitesFile');
    }
  });
});
