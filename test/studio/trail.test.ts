import { describe, expect, it } from 'vitest';
import { Trail } from '../../src/ui/studio/rules/trail.ts';

const first = 'High from 60% keep 55%';
const second = 'High from 9% keep 55%';
const third = 'High from 9% keep 1000%';

describe('where an offset stands after several edits', () => {
  it('follows them one by one, where one step over all would lose what lies between', () => {
    const trail = new Trail(first);
    trail.add(second);
    trail.add(third);
    const at = first.indexOf('keep');
    expect(trail.locate(first, third, at)).toBe(third.indexOf('keep'));
    expect(trail.locate(third, first, third.indexOf('keep'))).toBe(at);
    expect(trail.locate(first, first, at)).toBe(at);
  });

  it('takes texts it does not know for one edit, and forgets what came before', () => {
    const trail = new Trail(first);
    trail.add(second);
    trail.startAt(second);
    expect(trail.locate(first, second, 0)).toBe(0);
    expect(trail.locate('x', 'x y', 1)).toBe(1);
    for (let index = 0; index < 1_000; index++) trail.add(`${second}${' '.repeat(index)}`);
    expect(trail.locate(second, `${second}${' '.repeat(999)}`, 5)).toBe(5);
  });
});
