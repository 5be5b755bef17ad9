import { parse, type ShippedPack, shippedPacks } from '../../../../rules/index.ts';
import { language } from '../../../kit/index.ts';
import { draft } from '../../rules/session.ts';

/** The shipped packs whose segments sort customers into one group. */
const ids = ['lifecycle', 'types', 'behaviour'];

export const groupPacks: readonly ShippedPack[] = shippedPacks.filter(({ id }) => ids.includes(id));

/** The rules that a group is counted by. */
export interface GroupRules {
  readonly text: string;
  /** Names of the group, as the pack calls it in one language or the other. */
  readonly groups: ReadonlySet<string>;
  /** Where the first of its segments begins in the draft; null where the draft has none. */
  readonly start: number | null;
}

/** The draft where it has segments in the pack's group, however they are defined by now; else the pack itself. */
export function rulesOf(pack: ShippedPack): GroupRules {
  const groups = new Set(Object.values(pack.text).flatMap(groupsIn));
  const own = draft.value?.text.value ?? '';
  const first = parse(own).declarations.find(
    each => each.kind === 'segment' && each.group !== null && groups.has(each.group.text),
  );
  return first
    ? { text: own, groups, start: first.span[0] }
    : { text: pack.text[language.value], groups, start: null };
}

function groupsIn(text: string): string[] {
  return parse(text).declarations.flatMap(each =>
    each.kind === 'segment' && each.group ? [each.group.text] : [],
  );
}
