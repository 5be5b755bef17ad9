import { fieldOf, type Note, type Span, valueId } from '../domain/index.ts';
import type { ActionDeclaration, Declaration, Duration, Name } from './ast.ts';
import type { ActionDetails } from './checked.ts';
import { nearest } from './spelling.ts';
import { foldName, type Spelling } from './tokens.ts';
import type { Typed } from './types.ts';

/** The typed clauses of an action, null where absent. */
export type ActionParts = Readonly<
  Record<
    'target' | 'when' | 'eligible' | 'applicable' | 'suitable' | 'value' | 'cost' | 'success',
    Typed | null
  >
>;

/** What actions are for. Words of the language: printed in its spelling. */
export const goals = {
  retain: { en: ['retain'], zh: ['挽留'] },
  service: { en: ['service'], zh: ['服务'] },
  upsell: { en: ['upsell'], zh: ['增购'] },
  onboard: { en: ['onboard'], zh: ['迎新'] },
  care: { en: ['care'], zh: ['关怀'] },
} as const satisfies Record<string, Spelling>;

/** Service and relation are never withheld; promotions may be. */
export const kinds = {
  service: { en: ['service'], zh: ['服务'] },
  relation: { en: ['relation'], zh: ['关系'] },
  promotion: { en: ['promotion'], zh: ['促销'] },
} as const satisfies Record<string, Spelling>;

/** What a customer is given with an action. */
export const incentives = {
  coupon: { en: ['coupon'], zh: ['优惠券'] },
  discount: { en: ['discount'], zh: ['折扣'] },
  gift: { en: ['gift'], zh: ['赠品'] },
  points: { en: ['points'], zh: ['积分'] },
  upgrade: { en: ['upgrade'], zh: ['升级'] },
  none: { en: ['none'], zh: ['无'] },
} as const satisfies Record<string, Spelling>;

/** The closed lists that a clause of an action chooses from. */
export const actionLists: Readonly<
  Record<'goal' | 'type' | 'incentive', Readonly<Record<string, Spelling>>>
> = {
  goal: goals,
  type: kinds,
  incentive: incentives,
};

/** The id of a word of a list in either spelling, null where the list has none. */
export function listedId(list: keyof typeof actionLists, word: string): string | null {
  const folded = foldName(word);
  const found = Object.entries(actionLists[list]).find(([, { en, zh }]) => {
    return [...en, ...zh].some(spelling => foldName(spelling) === folded);
  });
  return found?.[0] ?? null;
}

interface Asking {
  fault(code: string, args: Note['args'], span: Span, severity?: Note['severity']): null;
  days(duration: Duration): number;
  /** The names of all actions. */
  readonly actions: readonly string[];
}

/** What an action says beyond its conditions; null after a fault. */
export function checkAction(
  declaration: ActionDeclaration,
  find: (name: string) => Declaration | undefined,
  { fault, days, actions }: Asking,
): ActionDetails | null {
  let sound = true;
  const refuse = (code: string, args: Note['args'], span: Span): null => {
    sound = false;
    return fault(code, args, span);
  };
  const listed = (list: keyof typeof actionLists, word: Name | null): string | null => {
    if (!word) return null;
    const id = listedId(list, word.text);
    if (id) return id;
    const options = Object.values(actionLists[list]);
    const args = {
      name: word.text,
      options: options.map(({ en }) => en[0]).join(', '),
      optionsZh: options.map(({ zh }) => zh[0]).join('、'),
    };
    return refuse('notInList', args, word.span);
  };
  const channel = fieldOf('interaction', 'channel');
  const excludes = declaration.excludes.map(name => {
    const other = find(name.text);
    if (other?.kind === 'action' && other !== declaration) return other.name.text;
    const guess = other ? '' : nearest(name.text, actions);
    const code = other ? 'excludesNotAction' : guess ? 'unknownNameGuess' : 'unknownName';
    refuse(code, { name: name.text, guess }, name.span);
    return '';
  });
  const { lever, active } = declaration;
  if (lever && !(lever.factor >= 0.5 && lever.factor <= 2)) refuse('leverOutOfRange', {}, lever.span);
  if (active && active.from > active.to) refuse('periodBackwards', {}, declaration.name.span);
  const details: ActionDetails = {
    goal: listed('goal', declaration.goal),
    kind: listed('type', declaration.type),
    channels: declaration.channels.map(({ text }) => valueId(channel, text) ?? text),
    role: declaration.role?.value ?? null,
    workingDays: declaration.workingDays,
    lever: lever && { factor: lever.factor, author: lever.author?.value ?? null, until: lever.until },
    context: declaration.context.map(({ key, text, weight }) => ({
      key: key.text,
      text: text.value,
      weight,
    })),
    active,
    cooldown: declaration.cooldown && days(declaration.cooldown),
    limit: declaration.limit && { times: declaration.limit.times, per: days(declaration.limit.per) },
    excludes,
    consent: declaration.consent,
    incentive: listed('incentive', declaration.incentive),
    successWithin: declaration.success && days(declaration.success.within),
  };
  return sound ? details : null;
}
