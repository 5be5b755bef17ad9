/** The letters that press the card's buttons while the keyboard is in it, by what the button says. */
export const cardKeys = {
  next: 'n',
  done: 'd',
  later: 'l',
  refused: 'r',
  doesNotFit: 'x',
  copy: 'c',
  insert: 'i',
  openPanel: 'o',
  add: 'a',
} as const;
