/** What is needed to rank an action: a slice of its declaration. */
export interface Candidate {
  readonly name: string;
  readonly priority: number;
  readonly within: number | null;
}

/**
 * Next-best actions in order: higher priority first, then the nearer deadline, then the name, so that the order
 * never depends on how rules are laid out.
 */
export function rankActions<Action extends Candidate>(candidates: readonly Action[]): Action[] {
  return [...candidates].sort(
    (a, b) =>
      b.priority - a.priority ||
      (a.within ?? Number.POSITIVE_INFINITY) - (b.within ?? Number.POSITIVE_INFINITY) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}
