/** Colour, letter and shape each tell a tier's level alone: hexagon, shield, square, open circle (24 x 24). */
export const tierShapes = [
  'M12 1.2 21.4 6.6v10.8L12 22.8 2.6 17.4V6.6Z',
  'M4.5 2h15A1.5 1.5 0 0 1 21 3.5V12c0 5.6-4.2 9-9 10.8C7.200 21 3 17.6 3 12V3.5A1.5 1.5 0 0 1 4.500 2Z',
  'M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4Z',
  'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z',
] as const;
