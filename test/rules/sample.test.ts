import { describe, expect, test } from 'vitest';
import { fields } from '../../src/domain/index.ts';
import {
  check,
  constructs,
  evaluateField,
  fateOf,
  mutantsOf,
  parse,
  print,
  runTests,
  sampleRules,
} from '../../src/rules/index.ts';
import { reference } from '../../src/rules/reference.ts';
import { statements } from '../../src/rules/statements.ts';
import { emptyWorld, exampleDay, exampleFrame, run } from './kit.ts';
import { declarationTree } from './tree.ts';

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

  test('pass their own tests, which notice nearly every change of a bound or an operator', () => {
    const text = sampleRules[language];
    const whole = run(text, exampleFrame, exampleDay);
    const outcomes = runTests(whole, () => []);
    expect(outcomes.filter(each => each.verdict !== 'pass')).toEqual([]);
    const survivors = mutantsOf(text)
      .filter(mutant => fateOf(mutant, whole, outcomes, () => []).kind !== 'killed')
      .map(mutant => text.slice(...mutant.span));
    expect(survivors).toEqual(['55', '25']); // what keeps a level asks for the level before, which no test tells
  });
});

describe.each(['en', 'zh'] as const)('the reference (%s)', language => {
  const sections = reference(language);
  const entries = sections.flatMap(section => section.entries);

  test('has every operator, function and statement, each once in its section', () => {
    const written = constructs.filter(each => each.form !== 'internal');
    expect(entries.length).toBe(written.length + statements.length);
    for (const { title, entries: found } of sections) {
      expect(title).not.toBe('');
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(each => each.id)).size).toBe(found.length);
    }
  });

  test.each(entries.map(each => [each.id, each.example, each] as const))('%s: %s', (_, example, entry) => {
    expect(entry.spellings.length).toBeGreaterThan(0);
    if (language === 'zh') expect(entry.help).toMatch(/[\u4e00-\u9fff]/);
    const evaluated = run(entry.whole ? example : `metric x = ${example}`, exampleFrame, exampleDay);
    expect(evaluated.checked.notes.filter(note => note.severity === 'error')).toEqual([]);
    if (parse(example).tests[0]?.span[0] === 0) {
      expect(runTests(evaluated, () => [0])).toMatchObject([{ verdict: 'pass' }]);
      return;
    }
    const [first] = evaluated.results;
    const value = first && ('bits' in first ? first.bits.has(0) : evaluated.value(first.name, 0));
    expect(typeof entry.gives === 'boolean' ? Boolean(value) : value).toEqual(entry.gives);
  });

  test('its examples stay what they are when they are laid out', () => {
    for (const { example, whole } of entries) {
      const text = whole ? example : `metric x = ${example}`;
      const printed = print(parse(text), language);
      expect(print(parse(printed), language)).toBe(printed);
      expect(parse(printed).declarations.map(declarationTree)).toEqual(
        parse(text).declarations.map(declarationTree),
      );
    }
  });
});
