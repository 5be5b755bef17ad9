import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionOutcome,
  type AnsweredAction,
  answersOf,
  isResting,
  nextWaking,
  restsUntil,
} from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openEngine, quiet } from './kit.ts';

const rules = `tag \`All\` when not city = "nowhere"
action \`Call\` for \`All\` priority 80
  say "Hello {name}"
action \`Write\` for \`All\` priority 10
  say "Dear {name}"`;

let store: Store;
let engine: Engine;
let today: number;
let id: string;

beforeEach(async () => {
  today = 20_000;
  let ticks = 0;
  ({ engine, store } = openEngine({
    day: () => today,
    now: () => new Date(today * 86_400_000 + 43_200_000 + ticks++),
  }));
  const saved = await engine.saveCustomer({ name: 'Ann', emails: ['ann@x.test'], source: 'hand' });
  id = (saved as { id: string }).id;
  await engine.publish('p', rules, '', quiet);
});

const proposed = async () => (await store.cardOf(id))?.action?.name ?? null;

it('an action that would fit but is not suitable is on the card, with what makes it so', async () => {
  await engine.publish(
    'p',
    'action Thank when frequency < 1 suitable when frequency >= 1 say "hi"\naction Rest when frequency < 1 say "so"',
    '',
    quiet,
  );
  const card = (await store.cardOf(id))!;
  expect(card.action?.name).toBe('Rest');
  expect(card.avoided?.map(({ name, reasons }) => [name, reasons.length])).toEqual([['Thank', 1]]);
});

describe('an answered action', () => {
  it('rests, on the card and in the panel, and comes back on its day', async () => {
    expect(await proposed()).toBe('Call');
    expect((await store.cardOf(id))?.further?.map(action => action.message)).toEqual(['Dear Ann']);
    await engine.answerAction(id, 'Call', 'later');
    expect(await proposed()).toBe('Write');
    expect(await store.cardOf(id)).not.toHaveProperty('further');
    expect((await engine.customer(id))!.actions.map(action => action.name)).toEqual(['Write']);
    await engine.answerAction(id, 'Write', 'done');
    expect(await proposed()).toBeNull();
    await engine.refresh('r', quiet);
    expect(await proposed()).toBeNull();
    expect((await engine.workspace()).nextTurn).toBe(20_007);
    today = 20_006;
    await engine.refresh('r', quiet);
    expect(await proposed()).toBeNull();
    today = 20_007;
    await engine.refresh('r', quiet);
    expect(await proposed()).toBe('Call');
  });

  it('comes back when the answer is taken back', async () => {
    const entry = await engine.answerAction(id, 'Call', 'refused');
    expect(await proposed()).toBe('Write');
    await engine.changeEntry(id, entry, null);
    expect(await proposed()).toBe('Call');
    expect((await engine.customer(id))!.journal).toEqual([]);
  });

  it('that does not fit rests until other rules are published', async () => {
    await engine.answerAction(id, 'Call', 'doesNotFit');
    today += 1_000;
    await engine.refresh('r', quiet);
    expect(await proposed()).toBe('Write');
    await engine.publish('p', `${rules}\n`, '', quiet);
    expect(await proposed()).toBe('Call');
  });
});

describe('what is written down', () => {
  it('is read back, changed, and erased with the customer', async () => {
    const note = await engine.writeEntry(id, { text: ' likes tea ' });
    const task = await engine.writeEntry(id, { text: 'send the offer', due: 20_003 });
    const due = { kind: 'task', text: 'send the offer', due: 20_003, doneAt: null } as const;
    expect((await engine.customer(id))!.journal.map(each => [each.id, each.content])).toEqual([
      [task, due],
      [note, { kind: 'note', text: 'likes tea' }],
    ]);
    await engine.changeEntry(id, task, { ...due, doneAt: 5 });
    expect((await engine.customer(id))!.journal[0]!.content).toMatchObject({ doneAt: 5 });
    await expect(engine.writeEntry(id, { text: ' ' })).rejects.toMatchObject({ code: 'entryEmpty' });
    await expect(engine.writeEntry('nobody', { text: 'x' })).rejects.toMatchObject({ code: 'customerGone' });
    await engine.removeCustomers('r', [id], quiet);
    expect(await store.entriesOf('note')).toEqual([]);
    expect(await store.entriesOf('task')).toEqual([]);
  });

  it('of two customers stands with the one that they become, and with each again', async () => {
    const saved = await engine.saveCustomer({ name: 'Anne', emails: ['anne@x.test'], source: 'hand' });
    const other = (saved as { id: string }).id;
    await engine.writeEntry(id, { text: 'first' });
    await engine.writeEntry(other, { text: 'second' });
    await engine.answerAction(other, 'Call', 'done');
    const [merge] = await engine.mergeCustomers(
      'm',
      [{ keep: id, drop: other, fields: {} }],
      () => undefined,
    );
    const kinds = async (of: string) => (await engine.customer(of))!.journal.map(each => each.content.kind);
    expect(await kinds(id)).toEqual(['outcome', 'note', 'note']);
    await engine.refresh('r', quiet);
    expect(await proposed()).toBe('Write');
    await engine.unmerge('u', merge!, quiet);
    expect(await kinds(id)).toEqual(['note']);
    expect(await kinds(other)).toEqual(['outcome', 'note']);
  });
});

describe('how long an answer holds', () => {
  const answer = (outcome: ActionOutcome, day: number): AnsweredAction => ({
    kind: 'outcome',
    action: 'Call',
    outcome,
    day,
    version: 3,
  });
  it.each<[string, AnsweredAction[], number | null]>([
    ['done', [answer('done', 100)], 130],
    ['later', [answer('later', 100)], 107],
    ['refused', [answer('refused', 100)], 130],
    ['refused twice', [answer('refused', 10), answer('later', 50), answer('refused', 100)], 190],
    ['done after a refusal', [answer('refused', 10), answer('done', 100)], 130],
    ['does not fit', [answer('done', 10), answer('doesNotFit', 100)], null],
  ])('%s', (_, answers, until) => {
    expect(restsUntil(answers)).toBe(until);
    const last = until ?? 9_999;
    expect(isResting(answers, last - 1, 3)).toBe(true);
    expect(isResting(answers, last, 3)).toBe(until === null);
    expect(isResting(answers, 100, 4)).toBe(until !== null);
    const at = (content: AnsweredAction, i: number) => ({ id: i, customer: 'a', at: i, content });
    expect(nextWaking(answersOf(answers.map(at)), 100)).toBe(until);
  });
});
