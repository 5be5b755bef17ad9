/** A message template in pieces: words as they are, and places that could not be filled. */
export type Piece = { readonly text: string } | { readonly name: string };

/** Splits a message at its `{places}`. */
export function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of message.matchAll(/\{([^{}]+)\}/g)) {
    if (match.index > from) pieces.push({ text: message.slice(from, match.index) });
    pieces.push({ name: match[1]! });
    from = match.index + match[0].length;
  }
  if (from < message.length) pieces.push({ text: message.slice(from) });
  return pieces;
}

/** The message with what the user typed for its places; a place left empty stays in braces. */
export function compose(pieces: readonly Piece[], typed: Readonly<Record<string, string>>): string {
  return pieces
    .map(piece => ('text' in piece ? piece.text : typed[piece.name]?.trim() || `{${piece.name}}`))
    .join('');
}

/** The names of the places that are still empty, each once. */
export function missing(pieces: readonly Piece[], typed: Readonly<Record<string, string>>): string[] {
  const names = pieces.flatMap(piece => ('name' in piece && !typed[piece.name]?.trim() ? [piece.name] : []));
  return [...new Set(names)];
}
