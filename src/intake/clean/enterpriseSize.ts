import { divisions } from './industryNames.ts';

/** Figures of an enterprise: people, and yuan a year or in all; null where not known. */
export interface EnterpriseFigures {
  /** A code of GB/T 4754-2017: a section's letter or two to four figures. */
  readonly industry: string;
  readonly employees: number | null;
  readonly revenue: number | null;
  readonly assets: number | null;
}

export type EnterpriseSize = 'large' | 'medium' | 'small' | 'micro';

/** `size` null with the reason: a figure lacks, the rule leaves the industry out, the code says too little. */
export type SizeFinding =
  | { readonly size: EnterpriseSize; readonly reason: null }
  | { readonly size: null; readonly reason: 'insufficientData' | 'notCovered' | 'industryTooBroad' };

type Indicator = 'employees' | 'revenue' | 'assets';
/** The least value of large, medium and small; money in units of 10,000 yuan. */
type Bounds = readonly (readonly [Indicator, number, number, number])[];

const perUnit: Readonly<Record<Indicator, number>> = { employees: 1, revenue: 10_000, assets: 10_000 };
const sizes = ['large', 'medium', 'small'] as const;

const transport: Bounds = [
  ['employees', 1_000, 300, 20],
  ['revenue', 30_000, 3_000, 200],
];
const storage: Bounds = [
  ['employees', 200, 100, 20],
  ['revenue', 30_000, 1_000, 100],
];
const industrial: Bounds = [
  ['employees', 1_000, 300, 20],
  ['revenue', 40_000, 2_000, 300],
];
const hospitality: Bounds = [
  ['employees', 300, 100, 10],
  ['revenue', 10_000, 2_000, 100],
];
const information: Bounds = [
  ['employees', 2_000, 100, 10],
  ['revenue', 100_000, 1_000, 100],
];
const other: Bounds = [['employees', 300, 100, 10]];

/**
 * The table of the Measures for classifying large, medium, small and micro enterprises in statistics (2017, No. 213 of
 * the National Bureau of Statistics): bounds by the codes they are for, null = not covered.
 */
const table: readonly (readonly [string, Bounds | null])[] = [
  ['A', [['revenue', 20_000, 500, 50]]],
  ['B C D', industrial],
  [
    'E',
    [
      ['revenue', 80_000, 6_000, 300],
      ['assets', 80_000, 5_000, 300],
    ],
  ],
  [
    '51',
    [
      ['employees', 200, 20, 5],
      ['revenue', 40_000, 5_000, 1_000],
    ],
  ],
  [
    '52',
    [
      ['employees', 300, 50, 10],
      ['revenue', 20_000, 500, 100],
    ],
  ],
  ['53', null],
  ['54 55 56 57 58 591', transport],
  ['592 593 594 595 596 597 598 599', storage],
  [
    '60',
    [
      ['employees', 1_000, 300, 20],
      ['revenue', 30_000, 2_000, 100],
    ],
  ],
  ['61 62', hospitality],
  ['63 64', information],
  [
    '65',
    [
      ['employees', 300, 100, 10],
      ['revenue', 10_000, 1_000, 50],
    ],
  ],
  ['J', null],
  [
    '7010',
    [
      ['revenue', 200_000, 1_000, 100],
      ['assets', 10_000, 5_000, 2_000],
    ],
  ],
  [
    '7020',
    [
      ['employees', 1_000, 300, 100],
      ['revenue', 5_000, 1_000, 500],
    ],
  ],
  ['7030 7090', other],
  ['7040', null],
  [
    'L',
    [
      ['employees', 300, 100, 10],
      ['assets', 120_000, 8_000, 100],
    ],
  ],
  ['M N O', other],
  ['P', null],
  ['84', null],
  ['85', other],
  ['R', other],
  ['S T', null],
];

const leaves = table.flatMap(([codes, bounds]) =>
  codes.split(' ').map(code => ({ code, section: sectionOf(code), bounds })),
);

/**
 * The size class by the rule of 2017. Large, medium and small ask that every indicator listed for the industry reaches
 * its lower bound; what fails one is a class lower, and micro below all. A code that leaves several rows open is
 * decided only where all of them agree.
 */
export function enterpriseSize(figures: EnterpriseFigures): SizeFinding {
  const findings = rowsOf(figures.industry).map(({ bounds }) => sizeBy(bounds, figures));
  const [first, ...others] = findings;
  if (!first) return { size: null, reason: 'notCovered' };
  const isSame = others.every(({ size, reason }) => size === first.size && reason === first.reason);
  return isSame ? first : { size: null, reason: 'industryTooBroad' };
}

function rowsOf(industry: string) {
  const section = sectionOf(industry);
  const figures = industry.replace(/^[A-T]/, '');
  return leaves.filter(
    leaf =>
      leaf.section === section &&
      (leaf.code === section || leaf.code.startsWith(figures) || figures.startsWith(leaf.code)),
  );
}

function sizeBy(bounds: Bounds | null, figures: EnterpriseFigures): SizeFinding {
  if (bounds === null) return { size: null, reason: 'notCovered' };
  let lowest = 0;
  for (const [indicator, ...least] of bounds) {
    const value = figures[indicator];
    if (value === null || !Number.isFinite(value)) return { size: null, reason: 'insufficientData' };
    const reached = least.findIndex(bound => value >= bound * perUnit[indicator]);
    lowest = Math.max(lowest, reached < 0 ? sizes.length : reached);
  }
  return { size: sizes[lowest] ?? 'micro', reason: null };
}

function sectionOf(code: string): string {
  return /^[A-T]/.test(code) ? code[0]! : (divisions.get(code.slice(0, 2))?.section ?? '');
}
