import type { Bits } from '../domain/index.ts';
import type { Text } from '../i18n/index.ts';
import { planTextTest } from './compare.ts';
import type { Construct } from './constructs.ts';
import { levels } from './levels.ts';
import type { Planner, Step } from './plan.ts';
import { foldName, type Spelling } from './tokens.ts';
import { fieldBehind, type Typed } from './types.ts';
import type { Outcome, Typing } from './units.ts';

/** A text column (or several texts a row) and the texts looked for in it. */
function textOperands(operands: readonly Typed[], stored: boolean, typing: Typing): Outcome | null {
  const [value, wanted] = operands as [Typed, Typed];
  if (wanted.form !== 'texts') return typing.fault('textNeedsLiteral', {}, wanted.node);
  if (value.kind === 'texts' && stored) {
    const found = typing.asStored(value, wanted);
    return found && { kind: 'flag', operands: [value, found] };
  }
  if ((value.kind !== 'text' && value.kind !== 'texts') || value.form === 'texts') {
    return typing.fault('containsNeedsText', { kind: value.kind }, value.node);
  }
  return { kind: 'flag', operands: [value, wanted] };
}

/** Rows with a text, in any spelling that is shown of it, that passes the test; case and width are folded. */
function planShown(plan: Planner, value: Typed, label: string, test: (text: string) => boolean): Step<Bits> {
  const shown = new Map((fieldBehind(value)?.values ?? []).map(each => [each.id, [each.en, each.zh]]));
  return planTextTest(plan, value, label, stored => {
    return (shown.get(stored) ?? [stored]).some(each => test(foldName(each)));
  });
}

function valuesOf(typed: Typed): readonly string[] {
  return typed.form === 'texts' ? typed.values : [];
}

interface Row {
  readonly id: string;
  readonly spelling: Spelling;
  readonly help: Text;
  readonly example: Construct['example'];
  /** A list of texts a row is compared value by value, not by parts of them. */
  readonly wholeInLists: boolean;
  plan(plan: Planner, value: Typed, wanted: readonly string[]): Step<Bits>;
}

function textTest({ id, spelling, help, example, wholeInLists, plan }: Row): Construct {
  return {
    id,
    form: 'infix',
    section: 'text',
    level: levels.comparison,
    negation: `not ${spelling.en[0]}`,
    atom: true,
    ...spelling,
    help,
    example,
    type: (operands, typing) => textOperands(operands, wholeInLists, typing),
    plan: (planner, [value, wanted]) => plan(planner, value!, valuesOf(wanted!)),
  };
}

/** The test of a text against a pattern in which `*` stands for any letters and `?` for one. */
function patternOf(pattern: string): RegExp {
  const escaped = foldName(pattern).replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 'su');
}

function planAny(plan: Planner, value: Typed, wanted: readonly string[]): Step<Bits> {
  if (value.kind === 'texts') {
    return planTextTest(plan, value, `in${JSON.stringify(wanted)}`, each => wanted.includes(each));
  }
  const parts = wanted.map(foldName);
  return planShown(plan, value, `has${JSON.stringify(parts)}`, text =>
    parts.some(each => text.includes(each)),
  );
}

/** What may be asked of texts, beyond being equal. */
export const textTests: readonly Construct[] = [
  textTest({
    id: 'contains',
    spelling: { en: ['contains'], zh: ['包含'] },
    help: {
      en: 'A list of texts has this one; a text has this in it.',
      zh: '列表中有该项；或文本中有该段文字。',
    },
    example: ['labels contains "重点跟进"', true],
    wholeInLists: true,
    plan: planAny,
  }),
  textTest({
    id: 'containsAny',
    spelling: { en: ['contains any of'], zh: ['包含任一'] },
    help: {
      en: 'A list of texts has at least one of these; a text has at least one of these in it.',
      zh: '列表中至少有其中一项；或文本中至少有其中一段文字。',
    },
    example: ['labels contains any of ["重点跟进", "价格敏感"]', true],
    wholeInLists: true,
    plan: planAny,
  }),
  textTest({
    id: 'containsAll',
    spelling: { en: ['contains all of'], zh: ['包含全部'] },
    help: {
      en: 'A list of texts has every one of these; a text has every one of these in it.',
      zh: '列表中有其中每一项；或文本中有其中每一段文字。',
    },
    example: ['labels contains all of ["重点跟进", "价格敏感"]', false],
    wholeInLists: true,
    plan(plan, value, wanted) {
      return wanted
        .map(each => planAny(plan, value, [each]))
        .reduce((left, right) => plan.step('and', [left, right], (_, a, b) => a.and(b)));
    },
  }),
  textTest({
    id: 'startsWith',
    spelling: { en: ['starts with'], zh: ['开头是'] },
    help: { en: 'The text begins with this.', zh: '文本以此开头。' },
    example: ['labels starts with "重点"', true],
    wholeInLists: false,
    plan(plan, value, wanted) {
      const parts = wanted.map(foldName);
      return planShown(plan, value, `starts${JSON.stringify(parts)}`, text => {
        return parts.some(each => text.startsWith(each));
      });
    },
  }),
  textTest({
    id: 'endsWith',
    spelling: { en: ['ends with'], zh: ['结尾是'] },
    help: { en: 'The text ends with this.', zh: '文本以此结尾。' },
    example: ['industry ends with "业"', true],
    wholeInLists: false,
    plan(plan, value, wanted) {
      const parts = wanted.map(foldName);
      return planShown(plan, value, `ends${JSON.stringify(parts)}`, text => {
        return parts.some(each => text.endsWith(each));
      });
    },
  }),
  textTest({
    id: 'matchesAny',
    spelling: { en: ['matches any of', 'matches'], zh: ['匹配任一', '匹配'] },
    help: {
      en: 'The text fits one of the patterns: * stands for any letters, ? for one.',
      zh: '文本符合其中一个模式：* 代表任意文字，? 代表一个字。',
    },
    example: ['industry matches any of ["制*", "?? services"]', true],
    wholeInLists: false,
    plan(plan, value, wanted) {
      const patterns = wanted.map(patternOf);
      return planShown(plan, value, `matches${JSON.stringify(wanted)}`, text => {
        return patterns.some(each => each.test(text));
      });
    },
  }),
];
