import type { Overlap } from './api.ts';
import type { Evaluation } from './evaluating.ts';
import { membersOf } from './preview.ts';

/** The other tags, tiers and segments of a text that share customers with a declaration, most alike first. */
export function overlapsOf({ run }: Evaluation, name: string): Overlap[] {
  const result = run.results.find(each => each.name === name);
  if (!result) return [];
  const mine = membersOf(result, run.size);
  const own = mine.count();
  return run.results
    .filter(each => each !== result && (each.kind === 'tag' || each.kind === 'segment'))
    .map((each): Overlap => {
      const theirs = membersOf(each, run.size);
      const count = theirs.count();
      const shared = mine.and(theirs).count();
      const either = own + count - shared;
      return {
        kind: each.kind,
        name: each.name,
        count,
        shared,
        jaccard: either === 0 ? 0 : shared / either,
      };
    })
    .sort((a, b) => b.jaccard - a.jaccard || b.shared - a.shared);
}
