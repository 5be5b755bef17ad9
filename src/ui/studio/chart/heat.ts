import type { Colours } from './colours.ts';

/** Of the accent in the fullest field: above it, ink would be hard to read. */
const strongest = 0.75;

/** The colours of a heat map (the third number of its values) from nothing to `most`, all pale enough for ink. */
export function heatOf({ surface, accentSoft, accent }: Colours, most: number) {
  return {
    show: false,
    dimension: 2,
    min: 0,
    max: most / strongest,
    inRange: { color: [surface, accentSoft, accent] },
  };
}
