import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnField } from '../../../src/domain/index.ts';
import {
  type DuplicateSearch,
  type EarlierSearch,
  findDuplicates,
  type SearchProgress,
} from '../../../src/intake/duplicates/find.ts';
import { groupDuplicates } from '../../../src/intake/duplicates/groups.ts';
import { markOf } from '../../../src/intake/duplicates/mark.ts';
import type { DuplicateRecord } from '../../../src/intake/duplicates/record.ts';
import { type Changes, importSet } from './imported.ts';
import { inventedBase } from './invented.ts';
import { hasSets, readSet } from './sets.ts';

/** The one score from which pairs count as one customer, for every set alike. */
const shippedScore = 0.5;

function search(records: readonly DuplicateRecord[], earlier?: EarlierSearch): DuplicateSearch {
  const steps = findDuplicates(records, earlier);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const pairsIn = (count: number) => (count * (count - 1)) / 2;

/** Pairs of records of one person. */
function pairsOf(persons: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const person of persons) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairsIn(count), 0);
}

/** Precision, recall and F1 over pairs of records in one group; `truth`: pairs that there are to be found. */
function quality(
  persons: readonly string[],
  found: DuplicateSearch,
  leastScore = shippedScore,
  truth = pairsOf(persons),
) {
  let told = 0;
  let right = 0;
  for (const group of groupDuplicates(found.pairs, leastScore)) {
    told += pairsIn(group.length);
    right += pairsOf(group.map(place => persons[place]!));
  }
  const precision = right / told;
  const recall = right / truth;
  return { truth, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

describe.skipIf(!hasSets)('labelled sets (../shared/truth/data/er), one setting for all', () => {
  const febrl = (row: Readonly<Record<string, string>>) => row.rec_id!.split('-')[1]!;
  const sets = [
    ['FEBRL 1', () => readSet(['febrl_dataset1.csv'], febrl, ['rec_id']), 500, 0.98, 0.99],
    ['RLdata500', () => readSet(['RLdata500.csv'], row => row.identity!, ['identity']), 50, 0.95, 0.95],
    [
      'fake_1000',
      () => readSet(['fake_1000.csv'], row => row.cluster!, ['cluster', 'unique_id']),
      2_031,
      0.9,
      0.99,
    ],
  ] as const;

  it.each(sets)('%s', { timeout: 60_000 }, (_, read, truth, leastF1, leastPrecision) => {
    const set = read();
    const found = quality(set.persons, search(set.records));
    expect(found.truth).toBe(truth);
    expect(found.precision).toBeGreaterThanOrEqual(leastPrecision);
    expect(found.f1).toBeGreaterThanOrEqual(leastF1);
  });
});

describe.skipIf(!hasSets)('the same sets as files that are imported, by the mapping that is proposed', () => {
  const febrl = (row: Readonly<Record<string, string>>) => row.rec_id!.split('-')[1]!;
  const text = { kind: 'text' } as const;
  const number = { kind: 'number' } as const;
  /** What nobody could guess of RLdata500: names in two columns each, a date in three. */
  const german = {
    fname_c1: { field: 'name' },
    lname_c1: { field: 'familyName' },
    fname_c2: text,
    lname_c2: text,
    by: number,
    bm: number,
    bd: number,
  };
  const sets = [
    ['FEBRL 1', ['febrl_dataset1.csv'], febrl, { rec_id: null }, 0.98],
    ['FEBRL 4', ['febrl_dataset4a.csv', 'febrl_dataset4b.csv'], febrl, { rec_id: null }, 0.98],
    [
      'RLdata500',
      ['RLdata500.csv'],
      (row: Readonly<Record<string, string>>) => row.identity!,
      { ...german, identity: null },
      0.95,
    ],
    [
      'fake_1000',
      ['fake_1000.csv'],
      (row: Readonly<Record<string, string>>) => row.cluster!,
      { cluster: null, unique_id: null },
      0.9,
    ],
  ] as const;

  it.each(sets)('%s', { timeout: 60_000 }, async (_, files, person, changes: Changes, leastF1) => {
    const records: DuplicateRecord[] = [];
    const persons: string[] = [];
    const all: string[] = [];
    let own: readonly OwnField[] = [];
    for (const file of files) {
      const imported = await importSet(file, changes, own);
      const whose = readSet([file], person, []).persons;
      records.push(...imported.records);
      persons.push(...imported.lines.map(line => whose[line - 2]!));
      all.push(...whose);
      own = imported.own;
    }
    // A row that the import refuses, for a date that is none, counts as not found.
    const found = quality(persons, search(records), shippedScore, pairsOf(all));
    expect(found.precision).toBeGreaterThanOrEqual(0.99);
    expect(found.f1).toBeGreaterThanOrEqual(leastF1);
  });
});

const blank = { company: '', emails: [], phones: [], address: '', birthday: '', attributes: {} };

/** The records among a hundred strangers, and what is said of the first two. */
function judged(...records: Partial<DuplicateRecord>[]) {
  const strangers = inventedBase(100, 0, 11).records;
  const all = [
    ...records.map((record, at) => ({ ...blank, name: '', ...record, id: `own ${at}` })),
    ...strangers,
  ];
  const found = search(all);
  const pair = found.pairs.find(({ one, other }) => one === 0 && other === 1);
  const reasons = found.reasons(0, 1);
  const { crowds } = found;
  return {
    score: pair?.score ?? 0,
    crowds,
    codes: reasons.map(({ part, code }) => `${part}:${code}`),
    reasons,
  };
}

describe('two records', () => {
  const phone = ['13700001234'];
  it.each<[string, Partial<DuplicateRecord>, Partial<DuplicateRecord>, string]>([
    [
      'the same e-mail',
      { name: '王小芳', emails: ['wxf@x.cn'] },
      { name: '王小芳', emails: ['WXF@x.cn'] },
      'email:same',
    ],
    [
      'a phone with country code',
      { name: '王小芳', phones: ['+86 137 0000 1234'] },
      { name: '王小芳', phones: phone },
      'phone:same',
    ],
    [
      'traditional characters',
      { name: '張偉國', phones: phone },
      { name: '张伟国', phones: phone },
      'givenName:same',
    ],
    ['pinyin', { name: 'Zhang Weiguo', phones: phone }, { name: '张伟国', phones: phone }, 'givenName:sound'],
    [
      'a typing error',
      { name: 'Jonathan Aldermann', phones: phone },
      { name: 'Jonathan Aldreman', phones: phone },
      'familyName:typo',
    ],
    [
      'names exchanged',
      { name: 'Aldermann Jonathan', phones: phone },
      { name: 'Jonathan Aldermann', phones: phone },
      'familyName:swapped',
    ],
    [
      'an initial',
      { name: 'J Aldermann', phones: phone },
      { name: 'Jonathan Aldermann', phones: phone },
      'givenName:initial',
    ],
    [
      'a space moved',
      { name: 'Jonathanalder Mann', phones: phone },
      { name: 'Jonathan Aldermann', phones: phone },
      'familyName:joined',
    ],
    [
      'a company with and without its form',
      { name: '杭州远山科技有限公司', phones: phone },
      { name: '杭州远山科技', phones: phone },
      'title:same',
    ],
    [
      'day and month exchanged',
      { name: 'Jonathan Aldermann', phones: phone, birthday: '1971-03-09' },
      { name: 'Jonathan Aldermann', phones: phone, birthday: '1971-09-03' },
      'birthday:dayMonth',
    ],
    [
      'a slip in the date of birth',
      { name: 'Jonathan Aldermann', phones: phone, birthday: '1971-03-09' },
      { name: 'Jonathan Aldermann', phones: phone, birthday: '1977-03-09' },
      'birthday:typo',
    ],
  ])('%s is one customer', (_, one, other, code) => {
    const { score, codes } = judged(one, other);
    expect(codes).toContain(code);
    expect(score).toBeGreaterThan(shippedScore);
  });

  const home = {
    phones: phone,
    address: '杭州市文二路391号',
    attributes: { city: '杭州', province: 'zhejiang' },
  };
  it.each<[string, Partial<DuplicateRecord>, Partial<DuplicateRecord>]>([
    ['a family at one phone', { name: '王芳', ...home }, { name: '王建国', ...home }],
    [
      'namesakes',
      { name: 'James Smith', birthday: '1971-03-09' },
      { name: 'James Smith', birthday: '1994-11-20' },
    ],
    [
      'the same city',
      { name: '王芳', attributes: { city: '杭州' } },
      { name: '李静', attributes: { city: '杭州' } },
    ],
    [
      'contradicting numbers',
      { name: 'James Smith', attributes: { passport: 'E81920011' } },
      { name: 'James Smith', attributes: { passport: 'K20488316' } },
    ],
  ])('%s are not', (_, one, other) => {
    expect(judged(one, other).score).toBeLessThan(shippedScore);
  });

  it('what many names share is no evidence', () => {
    const desk = { phones: ['057188880000'], emails: ['info@desk.example'] };
    const names = ['王芳', '李建国', '张琳', 'Peter Novak', '赵明', 'Maria Rossi'];
    const { score, codes, crowds } = judged(...names.map(name => ({ name, ...desk })));
    expect(score).toBeLessThan(0.1);
    expect(codes.filter(code => /^(?:email|phone)/.test(code))).toEqual([]);
    const told = { count: names.length, examples: [0, 1, 2, 3, 4] };
    expect(crowds).toContainEqual({ ...told, kind: 'sharedEmail', value: 'info@desk.example' });
    expect(crowds).toContainEqual({
      ...told,
      kind: 'sharedPhone',
      value: expect.stringContaining('57188880000'),
    });
  });

  it('nothing known is nothing said', () => {
    expect(judged({}, {}).score).toBe(0);
  });
});

describe('a base with namesakes, families and switchboards', () => {
  const base = inventedBase(1_500, 0.08, 7);
  const seen: SearchProgress[] = [];
  let found: DuplicateSearch;

  beforeAll(() => {
    const steps = findDuplicates(base.records);
    let step = steps.next();
    for (; !step.done; step = steps.next()) seen.push(step.value);
    found = step.value;
  }, 60_000);

  it('finds most of the duplicates, and the surest are right', () => {
    expect(quality(base.persons, found, 0.9).precision).toBeGreaterThanOrEqual(0.97);
    expect(quality(base.persons, found).recall).toBeGreaterThanOrEqual(0.85);
  });

  it('every score is the sum of its reasons', () => {
    expect(found.pairs.length).toBeGreaterThan(50);
    for (const { one, other, score } of found.pairs) {
      const bits = found.reasons(one, other).reduce((sum, reason) => sum + reason.bits, 0);
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(score, 4);
      expect(
        found
          .reasons(other, one)
          .map(({ code }) => code)
          .sort(),
      ).toEqual(
        found
          .reasons(one, other)
          .map(({ code }) => code)
          .sort(),
      );
    }
  });

  it('comes in slices with progress, and every pair is told once', () => {
    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual([
      'preparing',
      'blocking',
      'comparing',
      'weighing',
    ]);
    for (const { done, total } of seen) expect(done).toBeLessThanOrEqual(total);
    const keys = found.pairs.map(({ one, other }) => `${one} ${other}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { one, other } of found.pairs) expect(one).toBeLessThan(other);
  });

  it('a name that everybody has does not bring everybody together', () => {
    const crowd = Array.from({ length: 600 }, (_, at) => ({ ...blank, id: String(at), name: '王芳' }));
    const found = search(crowd);
    expect(found.compared).toBeLessThan(50_000);
    expect(found.crowds[0]).toMatchObject({ kind: 'name', value: '', count: 600 });
    expect(found.crowds[0]!.examples).toHaveLength(5);
  });
});

describe('after changes', () => {
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('add', 'again', 'edit', 'remove'),
      from: fc.nat(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('comparing what changed finds what a search of all with the same weights finds', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), edits, (seed, changes) => {
        const { records: all } = inventedBase(220, 0.15, seed);
        const before = all.slice(0, 200);
        const { weights } = search(before);
        const now = [...before];
        let fresh = 200;
        for (const { at, kind, from } of changes) {
          const place = at % now.length;
          if (kind === 'add') now.push(all[fresh++]!);
          else if (kind === 'again') now.push({ ...now[place]!, id: `again ${now.length}` });
          else if (kind === 'edit') now[place] = { ...now[place]!, phones: now[from % now.length]!.phones };
          else now.splice(place, 1);
        }
        const seen = new Set(before.map(markOf));
        const changed = Uint8Array.from(now, record => Number(!seen.has(markOf(record))));
        const all1 = search(now, { weights, changed: new Uint8Array(now.length).fill(1) });
        const part = search(now, { weights, changed });
        expect(part.pairs).toEqual(all1.pairs.filter(({ one, other }) => changed[one] || changed[other]));
        expect(part.compared).toBeLessThanOrEqual(all1.compared);
        compared += part.pairs.length;
      }),
      { numRuns: 15 },
    );
    expect(compared).toBeGreaterThan(15);
  });

  it('with nothing changed in the base, the weights that were learned give the same scores', () => {
    const { records } = inventedBase(300, 0.15, 3);
    const first = search(records);
    const again = search(records, {
      weights: JSON.parse(JSON.stringify(first.weights)),
      changed: new Uint8Array(records.length).fill(1),
    });
    expect(again.pairs).toEqual(first.pairs);
    expect(first.pairs.length).toBeGreaterThan(10);
  });
});

it('whatever is written in the records, the search ends with scores between 0 and 1', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('', '张三', 'O’Neill', '１２３', '__proto__', '有限公司', '🙂'),
  );
  const record = fc.record({
    id: fc.uuid(),
    name: text,
    company: text,
    emails: fc.array(text, { maxLength: 3 }),
    phones: fc.array(text, { maxLength: 3 }),
    address: text,
    birthday: fc.oneof(text, fc.constant('1990-01-02')),
    attributes: fc.dictionary(text, text, { maxKeys: 3 }),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), records => {
      for (const { score } of search(records).pairs) expect(score >= 0 && score <= 1).toBe(true);
    }),
    { numRuns: 60 },
  );
});
