/** The colours of the studio as a chart can take them: resolved, for the theme that is shown. */
export interface Colours {
  readonly ink: string;
  /** Of labels on axes. */
  readonly quiet: string;
  readonly line: string;
  /** What is in no kind, or not chosen: to be seen, behind what is. */
  readonly rest: string;
  readonly surface: string;
  readonly raised: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly good: string;
  readonly warn: string;
  readonly danger: string;
  /** From the highest tier to the lowest. */
  readonly tiers: readonly string[];
  /** To read on a surface in one of the strong colours. */
  readonly onStrong: string;
  /** For kinds without an order. */
  readonly kinds: readonly string[];
}

/** Reads the tokens as they are inside `element`: `light-dark()` is resolved by asking for a colour that uses it. */
export function coloursIn(element: HTMLElement): Colours {
  const probe = document.createElement('span');
  element.append(probe);
  const style = getComputedStyle(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return style.color;
  };
  const tiers = ['tier-0', 'tier-1', 'tier-2', 'tier-3'].map(read);
  const [accent, good, warn, danger] = ['accent', 'good', 'warn', 'danger'].map(read) as [
    string,
    string,
    string,
    string,
  ];
  const colours = {
    ink: read('ink'),
    quiet: read('ink-2'),
    line: read('line'),
    rest: read('line-strong'),
    surface: read('surface'),
    raised: read('raised'),
    accent,
    accentSoft: read('accent-soft'),
    good,
    warn,
    danger,
    tiers,
    onStrong: read('accent-ink'),
    kinds: [accent, tiers[0]!, tiers[1]!, danger, tiers[2]!, good, warn],
  };
  probe.remove();
  return colours;
}

/** A colour between two, as `color-mix` has it in sRGB: how much of `over` is on `under`, 0 to 1. */
export function mix(over: string, under: string, share: number): string {
  const [one, other] = [channels(over), channels(under)];
  return `rgb(${one.map((value, at) => Math.round(value * share + other[at]! * (1 - share))).join(', ')})`;
}

function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}
