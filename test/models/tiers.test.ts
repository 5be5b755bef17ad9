import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inGrace,
  type Ladder,
  ladderFlaws,
  nextStepDay,
  noStandings,
  plainRank,
  type Rungs,
  replayLadder,
  rungsOf,
  type Standing,
  standingAt,
  stepStanding,
  stepStandings,
  valueScores,
} from '../../src/models/index.ts';

const ladder: Ladder = {
  levels: [
    { name: 'Gold', enter: 1000, keep: 800 },
    { name: 'Silver', enter: 500, keep: 400 },
  ],
  otherwise: 'Bronze',
  by: 'value',
  dwell: 30,
  grace: 20,
  oneStepDown: true,
};

function walk(rungs: Rungs, visits: readonly (readonly [day: number, value: number])[]): Standing[] {
  let standing: Standing | null = null;
  return visits.map(([day, value]) => {
    standing = stepStanding(rungs, standing, value, day);
    return standing;
  });
}

describe('a ladder', () => {
  const rungs = rungsOf(ladder, new Float64Array());
  const ranks = (...visits: (readonly [number, number])[]) => walk(rungs, visits).map(({ rank }) => rank);

  it.each([
    [
      'within the band a level is kept',
      [
        [0, 1000],
        [10, 800],
      ],
      [0, 0],
    ],
    ['the band alone earns nothing', [[0, 800]], [1]],
    [
      'a rise is at once, by as many levels as earned',
      [
        [0, 0],
        [1, 1000],
      ],
      [2, 0],
    ],
    [
      'below the band the days of grace run',
      [
        [0, 1000],
        [10, 799],
        [29, 799],
        [30, 799],
      ],
      [0, 0, 0, 1],
    ],
    [
      'a recovery ends the grace',
      [
        [0, 1000],
        [10, 0],
        [29, 800],
        [30, 0],
        [49, 0],
        [50, 0],
      ],
      [0, 0, 0, 0, 0, 1],
    ],
    [
      'falls are one step and a dwell apart',
      [
        [0, 1000],
        [1, 0],
        [21, 0],
        [22, 0],
        [50, 0],
        [51, 0],
      ],
      [0, 0, 1, 1, 1, 2],
    ],
    [
      'who has just risen does not fall within the dwell',
      [
        [0, 0],
        [1, 500],
        [2, 0],
        [30, 0],
        [31, 0],
      ],
      [2, 1, 1, 1, 2],
    ],
    [
      'who has just fallen does not rise within the dwell',
      [
        [0, 500],
        [1, 0],
        [21, 0],
        [22, 999],
        [50, 999],
        [51, 999],
      ],
      [1, 1, 2, 2, 2, 1],
    ],
    [
      'a value that is not known earns the lowest level',
      [
        [0, Number.NaN],
        [1, 500],
      ],
      [2, 1],
    ],
  ] as const)('%s', (_, visits, expected) => {
    expect(ranks(...visits)).toEqual(expected);
  });

  it('falls to the level that is kept where several steps are allowed', () => {
    const free = { ...rungs, oneStepDown: false, grace: 0, dwell: 0 };
    expect(
      walk(free, [
        [0, 1000],
        [1, 450],
        [2, 1000],
        [3, 399],
      ]).map(({ rank }) => rank),
    ).toEqual([0, 1, 0, 2]);
  });

  it('has thresholds at quantiles of the base', () => {
    const values = Float64Array.from({ length: 101 }, (_, index) => index * 10);
    const quantiles = {
      ...ladder,
      by: 'quantile' as const,
      levels: [{ name: 'Top', enter: 0.9, keep: 0.85 }],
    };
    const { enter, keep } = rungsOf(quantiles, values);
    expect([enter, keep]).toEqual([[900], [850]]);
  });

  it('says what is wrong with it', () => {
    expect(ladderFlaws(ladder)).toEqual({ notBelow: [], keepAboveEnter: [] });
    const levels = [
      { name: 'a', enter: 5, keep: 6 },
      { name: 'b', enter: 5 },
    ];
    expect(ladderFlaws({ levels })).toEqual({ notBelow: [1], keepAboveEnter: [0] });
  });
});

const anyRungs = fc
  .record({
    bounds: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
    band: fc.integer({ min: 0, max: 6 }),
    dwell: fc.integer({ min: 0, max: 20 }),
    grace: fc.integer({ min: 0, max: 20 }),
    oneStepDown: fc.boolean(),
  })
  .map(({ bounds, band, ...rest }): Rungs => {
    const enter = [...new Set(bounds)].sort((a, b) => b - a);
    return { ...rest, enter, keep: enter.map(bound => bound - band) };
  });
const visits = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 45 })), { maxLength: 60 })
  .map(steps => {
    let day = 0;
    return steps.map(([later, value]) => {
      day += later;
      return [day, value] as const;
    });
  });

describe('whatever the ladder', () => {
  it('nobody flaps within the dwell, and falls are a dwell apart', () => {
    fc.assert(
      fc.property(anyRungs, visits, (rungs, steps) => {
        const standings = walk(rungs, steps);
        const moves = standings.flatMap((standing, at) => {
          const before = standings[at - 1];
          return before && before.rank !== standing.rank
            ? [{ day: steps[at]![0], by: before.rank - standing.rank }]
            : [];
        });
        moves.forEach(({ day, by }, at) => {
          const before = moves[at - 1];
          if (by < 0 && rungs.oneStepDown) expect(by).toBe(-1);
          if (before && (before.by > 0 !== by > 0 || by < 0))
            expect(day - before.day).toBeGreaterThanOrEqual(rungs.dwell);
        });
      }),
    );
  });

  it('nobody falls who kept the band through the days of grace, and who earns a level has it after the dwell', () => {
    fc.assert(
      fc.property(anyRungs, visits, (rungs, steps) => {
        const standings = walk(rungs, steps);
        standings.forEach((standing, at) => {
          const before = standings[at - 1];
          const [day, value] = steps[at]!;
          if (!before) return;
          if (standing.rank > before.rank) {
            expect(value).toBeLessThan(rungs.keep[before.rank]!);
            const kept = steps.slice(0, at).filter(([, earlier]) => earlier >= rungs.keep[before.rank]!);
            const first = steps.find(([on]) => on > (kept.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY))!;
            expect(day - first[0]).toBeGreaterThanOrEqual(rungs.grace);
          }
          if (day - before.since >= rungs.dwell)
            expect(standing.rank).toBeLessThanOrEqual(Math.max(plainRank(rungs, value), before.rank));
          if (plainRank(rungs, value) < standing.rank) expect(day - before.since).toBeLessThan(rungs.dwell);
        });
      }),
    );
  });

  it('the same day and value again change nothing, and columns say what single steps say', () => {
    const days = fc.array(fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 5, maxLength: 5 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(anyRungs, days, (rungs, rows) => {
        let all = noStandings(0);
        const single: (Standing | null)[] = [null, null, null, null, null];
        rows.forEach((values, at) => {
          const day = at * 4;
          all = stepStandings(rungs, all, Float64Array.from(values), day);
          values.forEach((value, row) => {
            single[row] = stepStanding(rungs, single[row]!, value, day);
            expect(standingAt(all, row)).toEqual(single[row]);
          });
          expect(stepStandings(rungs, all, Float64Array.from(values), day)).toEqual(all);
        });
      }),
    );
  });

  it('the next day on which time alone changes anything is the one that going day by day finds', () => {
    fc.assert(
      fc.property(anyRungs, visits, fc.integer({ min: 0, max: 45 }), (rungs, steps, value) => {
        const day = (steps.at(-1)?.[0] ?? 0) + 1;
        const standing = stepStanding(rungs, walk(rungs, steps).at(-1) ?? null, value, day);
        const next = nextStepDay(rungs, standing, value, day);
        for (let later = day + 1; later <= day + 60; later++) {
          const after = stepStanding(rungs, standing, value, later);
          if (after.rank === standing.rank && after.graceUntil === standing.graceUntil) continue;
          expect(next).toBe(later);
          return;
        }
        expect(next).toBeNull();
      }),
    );
  });

  it('a replay ends where the steps end, and counts the flips of both ladders', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 20,
    });
    const flipsOf = (ranks: readonly number[]) => {
      const moves = ranks.flatMap((rank, at) =>
        at > 0 && rank !== ranks[at - 1] ? [rank < ranks[at - 1]!] : [],
      );
      return moves.filter((up, at) => at > 0 && up !== moves[at - 1]).length;
    };
    fc.assert(
      fc.property(anyRungs, rows, (rungs, values) => {
        const snapshots = values.map((each, at) => ({ day: at * 3, values: Float64Array.from(each) }));
        const replay = replayLadder(rungs, snapshots);
        const walks = [0, 1, 2].map(row =>
          walk(
            rungs,
            values.map((each, at) => [at * 3, each[row]!] as const),
          ),
        );
        expect([...replay.standings.rank]).toEqual(walks.map(each => each.at(-1)!.rank));
        const banded = walks.map(each => flipsOf(each.map(({ rank }) => rank)));
        const plain = [0, 1, 2].map(row => flipsOf(values.map(each => plainRank(rungs, each[row]!))));
        const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
        expect([replay.ladder.flips, replay.plain.flips]).toEqual([total(banded), total(plain)]);
        expect(replay.avoided).toBe(total(plain) - total(banded));
        expect(replay.spared.rows()).toEqual([0, 1, 2].filter(row => plain[row]! > 0 && banded[row] === 0));
        const graced = walks.flatMap((each, row) => (each.at(-1)!.graceUntil === null ? [] : [row]));
        expect(inGrace(replay.standings).rows()).toEqual(graced);
      }),
    );
  });
});

describe('the customer value score', () => {
  it('weighs places, not units', () => {
    const spend = Float64Array.of(100, 1_000_000, 300, Number.NaN);
    const recency = Float64Array.of(1, 10, 100, Number.NaN);
    const scores = valueScores(
      [
        { values: spend, weight: 1 },
        { values: recency, weight: 3, lessIsBetter: true },
      ],
      4,
    );
    const sixth = 100 / 6;
    const expected = [
      (sixth + 3 * 5 * sixth) / 4,
      (5 * sixth + 3 * 3 * sixth) / 4,
      (3 * sixth + 3 * sixth) / 4,
      0,
    ];
    scores.forEach((score, row) => {
      expect(score).toBeCloseTo(expected[row]!, 9);
    });
  });

  it('lies in 0 .. 100 and never falls as a metric gets better', () => {
    const column = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(column, column, fc.integer({ min: 0, max: 5 }), (one, other, weight) => {
        const metrics = [
          { values: Float64Array.from(one), weight: 2 },
          { values: Float64Array.from(other), weight, lessIsBetter: true },
        ];
        const scores = valueScores(metrics, 6);
        scores.forEach((score, row) => {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
          scores.forEach((worse, at) => {
            if (one[at]! <= one[row]! && other[at]! >= other[row]!)
              expect(worse).toBeLessThanOrEqual(score + 1e-9);
          });
        });
      }),
    );
  });
});
