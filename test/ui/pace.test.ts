import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Cause, Pace } from '../../src/ui/overlay/pace.ts';

let looks: number[];
let costs: number;
let life: AbortController;
let pace: Pace;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 1));
  looks = [];
  costs = 0;
  life = new AbortController();
  pace = new Pace(() => {
    looks.push(performance.now());
    vi.advanceTimersByTime(costs); // the clock goes on while the page is looked at
  }, life.signal);
});

afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Asks every 10 milliseconds for a while; the share of the time that looking took. */
function keepAsking(cause: Cause, milliseconds: number): number {
  const from = performance.now();
  let before = -1;
  while (performance.now() < from + milliseconds) {
    pace.ask(cause);
    if (looks.length === before) vi.advanceTimersByTime(10);
    before = looks.length;
    vi.advanceTimersByTime(10);
  }
  return (looks.length * costs) / (performance.now() - from);
}

describe('the pace of looking', () => {
  it.each(['deed', 'address'] as const)('follows a %s at once', cause => {
    pace.ask(cause);
    vi.advanceTimersByTime(20);
    expect(looks).toHaveLength(1);
  });

  it('takes all changes of a batch in one look', () => {
    for (let i = 0; i < 50; i++) pace.ask('change');
    vi.advanceTimersByTime(1_000);
    expect(looks).toHaveLength(1);
  });

  it('an urgent look does not wait for one that is planned', () => {
    pace.ask('change');
    pace.ask('address');
    vi.advanceTimersByTime(20);
    expect(looks).toHaveLength(1);
  });

  it.each([
    [5, 'change'],
    [20, 'change'],
    [5, 'address'],
    [20, 'address'],
  ] as const)('looks of %i ms after every %s take less than a hundredth in the long run', (cost, cause) => {
    costs = cost;
    expect(keepAsking(cause, 120_000)).toBeLessThan(0.0101);
    expect(looks.length).toBeGreaterThan(5);
  });

  it.each(['change', 'address'] as const)(
    'of watchers that share a thread each takes its part: %s',
    cause => {
      pace = new Pace(
        () => {
          looks.push(performance.now());
          vi.advanceTimersByTime(10);
        },
        life.signal,
        1 / 6,
      );
      costs = 10;
      expect(keepAsking(cause, 240_000)).toBeLessThan(0.0017);
      expect(looks.length).toBeGreaterThan(3);
    },
  );

  it('a person does not wait, whatever it costs', () => {
    costs = 40;
    keepAsking('address', 30_000);
    const before = looks.length;
    vi.advanceTimersByTime(10);
    pace.ask('deed');
    vi.advanceTimersByTime(200);
    expect(looks.length).toBeGreaterThan(before);
  });

  it('ends with its signal', () => {
    pace.ask('change');
    life.abort();
    vi.advanceTimersByTime(5_000);
    expect(looks).toEqual([]);
  });
});
