import { describe, expect, test } from 'vitest';
import { fields } from '../../src/domain/index.ts';
import { check, constructs, evaluateField, parse, sampleRules } from '../../src/rules/index.ts';
import { emptyWorld, exampleDay, exampleFrame, run } from './kit.ts';

describe('every construct does what its example says', () => {
  test.each(constructs.map(each => [each.id, ...each.example] as const))('%s: %s', (_, text, gives) => {
    const evaluated = run(`metric x = ${text}`, exampleFrame, exampleDay);
    expect(evaluated.checked.notes.filter(note => note.severity === 'error')).toEqual([]);
    const value = evaluated.value('x', 0);
    expect(typeof gives === 'boolean' ? value === 1 : value).toEqual(gives);
  });
});

describe('derived fields of the catalogue', () => {
  test.each(fields.filter(field => field.place === 'derived'))('$id', field => {
    const checked = check(parse(`metric x = ${field.define}`), emptyWorld);
    expect(checked.notes).toEqual([]);
    const [metric] = checked.declarations;
    expect(metric?.kind === 'metric' && metric.value.kind).toBe(field.kind);
    expect(evaluateField(field.id, exampleFrame, exampleDay).form).toBe('numeric');
  });
});

describe.each(['en', 'zh'] as const)('the sample rules (%s)', language => {
  test('have no errors', () => {
    const { notes } = check(parse(sampleRules[language]), emptyWorld);
    expect(notes.filter(note => note.severity !== 'info')).toEqual([]);
    expect(new Set(notes.map(note => `${note.code} ${note.args.name}`))).toEqual(
      new Set(['openPlaceholder coupon']),
    );
  });
});
