/** How tightly operators bind; operands that bind less are written in parentheses. */
export const levels = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  prefix: 7,
  primary: 8,
} as const;
