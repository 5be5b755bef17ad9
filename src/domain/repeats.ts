/** So few texts are compared each with each faster than they are put into a set. */
const few = 24;

/** Whether one of the texts stands there twice; blank ones are not compared. */
export function hasRepeats(texts: readonly string[]): boolean {
  const written = texts.filter(text => text !== '');
  if (written.length > few) return new Set(written).size < written.length;
  for (let i = 1; i < written.length; i++)
    for (let before = 0; before < i; before++) if (written[before] === written[i]) return true;
  return false;
}
