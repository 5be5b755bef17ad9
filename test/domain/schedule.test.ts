import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextRun, nextTry, type Schedule } from '../../src/domain/index.ts';

const day = (time: string): Schedule => ({ every: 'day', minute: minuteOf(time), weekday: 0 });
const week = (weekday: number, time: string): Schedule => ({
  every: 'week',
  minute: minuteOf(time),
  weekday,
});
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const utc = (text: string) => Date.parse(`${text}Z`);

/** The time zone in which the tests of a group run. */
function inZone(zone: string): void {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
}

describe('the next run, in New York', () => {
  inZone('America/New_York');
  const cases: readonly (readonly [string, Schedule, string, string])[] = [
    ['later the same day', day('08:30'), '2026-05-04T12:00', '2026-05-04T12:30'],
    ['the next day once the time has come', day('08:30'), '2026-05-04T12:30', '2026-05-05T12:30'],
    ['over the end of a month', day('08:30'), '2026-04-30T20:00', '2026-05-01T12:30'],
    ['over the end of a year', day('00:00'), '2025-12-31T12:00', '2026-01-01T05:00'],
    ['on 29 February', day('08:00'), '2028-02-28T20:00', '2028-02-29T13:00'],
    ['the night before the clock goes forward', day('08:30'), '2026-03-07T14:00', '2026-03-08T12:30'],
    ['a time that the clock skips, one hour later', day('02:30'), '2026-03-07T12:00', '2026-03-08T07:30'],
    ['a time that comes twice, at its first', day('01:30'), '2026-10-31T12:00', '2026-11-01T05:30'],
    ['not again at its second', day('01:30'), '2026-11-01T05:30', '2026-11-02T06:30'],
    ['the next Monday', week(1, '09:00'), '2026-05-04T13:00', '2026-05-11T13:00'],
    ['this Sunday', week(0, '09:00'), '2026-05-04T13:00', '2026-05-10T13:00'],
    ['a week over the change of the clock', week(1, '09:00'), '2026-10-26T13:00', '2026-11-02T14:00'],
  ];
  it.each(cases)('%s', (_, schedule, after, expected) => {
    expect(new Date(nextRun(schedule, utc(after))!).toISOString()).toBe(`${expected}:00.000Z`);
  });

  it('counts hours as they pass, not as the clock shows them', () => {
    const before = utc('2026-03-08T06:30');
    const every = (each: Schedule['every']) => nextRun({ every: each, minute: 0, weekday: 0 }, before);
    expect([every('hour'), every('sixHours'), every('never')]).toEqual([
      utc('2026-03-08T07:30'),
      utc('2026-03-08T12:30'),
      null,
    ]);
  });

  it('comes once on every day of the calendar, whatever the clock does', () => {
    let at = utc('2025-12-31T12:00');
    const days = new Set<string>();
    for (let run = 0; run < 365; run++) {
      at = nextRun(day('02:30'), at)!;
      days.add(new Date(at).toDateString());
    }
    expect(days.size).toBe(365);
    expect(new Date(at).getFullYear()).toBe(2026);
  });
});

describe.each(['Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago'])(
  'any next run, in %s',
  zone => {
    inZone(zone);
    it('lies ahead, within the step of its schedule, at the wanted time of day unless that is skipped', () => {
      const schedules = fc.record({
        every: fc.constantFrom('day' as const, 'week' as const),
        minute: fc.integer({ min: 0, max: 1439 }),
        weekday: fc.integer({ min: 0, max: 6 }),
      });
      const moments = fc.integer({ min: utc('2024-01-01T00:00'), max: utc('2030-01-01T00:00') });
      fc.assert(
        fc.property(schedules, moments, (schedule, after) => {
          const next = nextRun(schedule, after)!;
          const at = new Date(next);
          const hours = (next - after) / 3_600_000;
          expect(hours).toBeGreaterThan(0);
          expect(hours).toBeLessThanOrEqual((schedule.every === 'day' ? 24 : 168) + 2);
          const shown = at.getHours() * 60 + at.getMinutes();
          const isSkipped = shown !== schedule.minute;
          if (isSkipped) expect((shown - schedule.minute + 1440) % 1440).toBeLessThanOrEqual(60);
          else if (schedule.every === 'week') expect(at.getDay()).toBe(schedule.weekday);
        }),
        { numRuns: 300 },
      );
    });
  },
);

describe('the next try after failures', () => {
  const at = utc('2026-05-04T12:00');
  const hourly: Schedule = { every: 'hour', minute: 0, weekday: 0 };
  const minutes = (failures: number, mayPass: boolean) =>
    (nextTry(hourly, at, failures, mayPass)! - at) / 60_000;

  it('comes soon and then ever more seldom where it may pass by itself', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(failures => minutes(failures, true))).toEqual([
      60, 5, 10, 20, 40, 80, 160,
    ]);
    expect(minutes(40, true)).toBe(24 * 60);
  });

  it('waits for the regular time where somebody has to do something', () => {
    expect([1, 2, 3, 4, 5, 6].map(failures => minutes(failures, false))).toEqual([60, 60, 60, 60, 80, 160]);
  });

  it('never comes where nothing is scheduled', () => {
    expect(nextTry({ ...hourly, every: 'never' }, at, 3, true)).toBeNull();
  });
});
