import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inGrace,
  type Ladder,
  LadderReplay,
  ladderFlaws,
  lossDay,
  merits,
  noStandings,
  plainRank,
  type Review,
  type ReviewCycle,
  type Rungs,
  readLadder,
  readScore,
  reviewAfter,
  reviewBefore,
  reviewDays,
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
  lessIsBetter: false,
  dwell: 30,
  grace: 20,
  oneStepDown: true,
};

function replayLadder(size: number, reviews: readonly Review[]): LadderReplay {
  const replay = new LadderReplay(size);
  for (const review of reviews) replay.see(review);
  return replay;
}

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

  it('turns round where less is better', () => {
    const days = {
      ...ladder,
      lessIsBetter: true,
      levels: [
        { name: 'Fresh', enter: 30, keep: 45 },
        { name: 'Warm', enter: 90 },
      ],
    };
    const recency = Float64Array.of(10, 40, 90, 91, Number.NaN);
    const turned = rungsOf(days, new Float64Array());
    expect([...merits(recency, true)].map(merit => plainRank(turned, merit))).toEqual([0, 1, 1, 2, 2]);
    expect(
      stepStanding(turned, { rank: 0, since: 0, came: 0, graceUntil: null }, -45, 99).graceUntil,
    ).toBeNull();
    expect(ladderFlaws(days)).toEqual({ notBelow: [], keepAboveEnter: [], sameName: [], noName: [] });
    const best = rungsOf(
      { ...days, by: 'quantile', levels: [{ name: 'a', enter: 0.75 }] },
      merits(recency, true),
    );
    expect(plainRank(best, -10)).toBe(0);
    expect(plainRank(best, -90)).toBe(1);
  });

  it('says what is wrong with it', () => {
    expect(ladderFlaws(ladder)).toEqual({ notBelow: [], keepAboveEnter: [], sameName: [], noName: [] });
    const levels = [
      { name: 'a', enter: 5, keep: 6 },
      { name: 'b', enter: 5 },
      { name: 'c', enter: 4, keep: 3 },
    ];
    const flaws = { notBelow: [1], keepAboveEnter: [0], sameName: [3], noName: [] };
    expect(ladderFlaws({ ...ladder, levels, otherwise: ' B' })).toEqual(flaws);
    expect(ladderFlaws({ ...ladder, levels, otherwise: ' ' }).noName).toEqual([3]);
    const flipped = { ...ladder, levels, otherwise: 'd', lessIsBetter: true };
    expect(ladderFlaws(flipped)).toEqual({ notBelow: [1, 2], keepAboveEnter: [2], sameName: [], noName: [] });
  });

  it('is read as it was kept, and not at all where it makes no sense', () => {
    const kept = { ...ladder, measure: { is: 'field', id: 'monetary' }, review: 'month' };
    expect(readLadder(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(readLadder({ ...kept, levels: [...ladder.levels].reverse() })).toBeNull();
    expect(readLadder(undefined)).toBeNull();
    const score = { parts: [{ measure: kept.measure, weight: 7, lessIsBetter: false, unknown: 'leftOut' }] };
    expect(readScore(score)).toEqual(score);
    expect(readScore({ parts: [] }).parts.map(({ weight }) => weight)).toEqual([40, 25, 20, 15]);
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

  it('the day on which a level in danger is lost is the one that going from review to review finds', () => {
    const cycles = fc.constantFrom<ReviewCycle>('week', 'month', 'quarter');
    fc.assert(
      fc.property(anyRungs, visits, fc.integer({ min: 0, max: 45 }), cycles, (rungs, steps, value, cycle) => {
        const day = reviewAfter(steps.at(-1)?.[0] ?? 0, cycle);
        const standing = stepStanding(rungs, walk(rungs, steps).at(-1) ?? null, value, day);
        let [review, after] = [day, standing];
        while (after.rank === standing.rank && after.graceUntil !== null) {
          review = reviewAfter(review, cycle);
          after = stepStanding(rungs, after, value, review);
        }
        expect(lossDay(standing, rungs.dwell, cycle, day)).toBe(review === day ? null : review);
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
        const replay = replayLadder(
          3,
          snapshots.map(snapshot => ({ ...snapshot, rungs })),
        );
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
        expect(replay.reviews.map(({ day }) => day)).toEqual(snapshots.map(({ day }) => day));
        expect(total(replay.reviews.map(({ changes }) => changes))).toBe(replay.ladder.changes);
        expect(total(replay.reviews.map(({ plainChanges }) => plainChanges))).toBe(replay.plain.changes);
        for (const { levels } of replay.reviews) expect(total([...levels])).toBe(3);
      }),
    );
  });
});

describe('reviews', () => {
  const iso = (text: string) => Date.parse(text) / 86_400_000;

  it.each([
    ['week', '2026-09-30', '2026-09-28', '2026-10-05'],
    ['month', '2026-09-30', '2026-09-01', '2026-10-01'],
    ['month', '2026-12-01', '2026-12-01', '2027-01-01'],
    ['quarter', '2026-09-30', '2026-07-01', '2026-10-01'],
    ['quarter', '2027-01-01', '2027-01-01', '2027-04-01'],
  ] as const)('each %s, seen from %s', (cycle, day, before, after) => {
    expect([reviewBefore(iso(day), cycle), reviewAfter(iso(day), cycle)]).toEqual([iso(before), iso(after)]);
  });

  it('are the days between the first order and the day that is looked at', () => {
    const days = reviewDays(iso('2026-06-01'), iso('2026-09-01'), 'month');
    expect(days).toEqual(['2026-07-01', '2026-08-01', '2026-09-01'].map(iso));
    expect(reviewDays(iso('2026-09-02'), iso('2026-09-30'), 'month')).toEqual([]);
  });

  it('nobody moves between them but who never had more than the lowest level', () => {
    const rungs = rungsOf(ladder, new Float64Array());
    const review = (day: number, ...values: number[]) => ({ day, rungs, values: Float64Array.from(values) });
    const replay = replayLadder(4, [
      review(0, 0, 1000, 0, 600),
      review(31, 0, 1000, 600, 0),
      review(90, 0, 0, 0, 0),
    ]);
    const now = replay.standingsOn(review(100, 1000, 1000, 1000, 1000));
    // never had a level; in grace; fell to the lowest; keeps what the last review gave
    expect([...replay.standings.rank]).toEqual([2, 0, 1, 2]);
    expect([...now.rank]).toEqual([0, 0, 1, 2]);
    expect([...now.since]).toEqual([100, 0, 31, 90]);
    expect(replayLadder(2, []).standingsOn(review(5, 500, 0)).rank).toEqual(Uint8Array.of(1, 2));
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

  it('counts what is not known as the worst, or leaves it out', () => {
    const spend = { values: Float64Array.of(1, 2), weight: 1 };
    const asked = { values: Float64Array.of(5, Number.NaN), weight: 1 };
    expect([...valueScores([spend, asked], 2)]).toEqual([37.5, 37.5]);
    expect([...valueScores([spend, { ...asked, unknown: 'leftOut' }], 2)]).toEqual([37.5, 75]);
    expect([...valueScores([{ ...asked, unknown: 'leftOut' }], 2)]).toEqual([50, Number.NaN]);
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
