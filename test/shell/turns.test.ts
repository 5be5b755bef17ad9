import { beforeEach, expect, it, vi } from 'vitest';
import { dayFromIso, localDay, startOf } from '../../src/domain/index.ts';
import { armTurn, TURN, turn, turningDay } from '../../src/shell/turns.ts';

const now = new Date(2026, 9, 20, 15, 30);
const today = localDay(now);
let alarms: Map<string, { when?: number; delayInMinutes?: number }>;

beforeEach(() => {
  alarms = new Map();
  vi.useFakeTimers({ now });
  vi.stubGlobal('chrome', {
    alarms: {
      create: async (name: string, how: object) => void alarms.set(name, how),
      clear: async (name: string) => alarms.delete(name),
    },
  });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const results = (nextTurn: number | null) => ({ resultsAsOf: today, nextTurn, fixedDay: null });

it('a day begins at its midnight on the wall', () => {
  expect(startOf(today)).toBe(new Date(2026, 9, 20).getTime());
  expect(startOf(dayFromIso('2026-10-25')!)).toBe(new Date(2026, 9, 25).getTime());
});

it('the alarm stands at the beginning of the next day on which somebody changes', async () => {
  await armTurn(results(today + 3));
  expect(alarms.get(TURN)).toEqual({ when: new Date(2026, 9, 23).getTime() });
});

it('there is none without results, nor on a fixed day', async () => {
  await armTurn(results(today + 3));
  await armTurn({ ...results(today + 3), fixedDay: today });
  expect(alarms.size).toBe(0);
  expect(turningDay({ resultsAsOf: null, nextTurn: null, fixedDay: null })).toBe(null);
});

it('results of a version that knew no next day are looked at the day after', () => {
  expect(turningDay(results(null))).toBe(today + 1);
});

it('evaluates when the day has come, though the machine slept over it, and looks for the next', async () => {
  let state = results(today - 2);
  const refresh = vi.fn(async () => {
    state = results(today + 1);
  });
  await turn(async () => state, refresh);
  expect(refresh).toHaveBeenCalledOnce();
  expect(alarms.get(TURN)).toEqual({ when: startOf(today + 1) });
});

it('does nothing before that day', async () => {
  const refresh = vi.fn(async () => undefined);
  await turn(async () => results(today + 2), refresh);
  expect(refresh).not.toHaveBeenCalled();
  expect(alarms.get(TURN)).toEqual({ when: startOf(today + 2) });
});

it('an evaluation that fails comes again soon, and is told', async () => {
  const failing = turn(
    async () => results(today),
    async () => {
      throw new Error('busy');
    },
  );
  await expect(failing).rejects.toThrow('busy');
  expect(alarms.get(TURN)).toEqual({ delayInMinutes: 15 });
});
