/** Every character of two bytes in GB18030, by itself. */
let pairs: Map<string, readonly [number, number]> | null = null;

/** Text in GB18030, for characters that it writes in one or two bytes. */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  pairs ??= allPairs();
  const bytes: number[] = [];
  for (const character of text) {
    if (character < '\u0080') bytes.push(character.charCodeAt(0));
    else bytes.push(...pairs.get(character)!);
  }
  return new Uint8Array(bytes);
}

function allPairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const text = decoder.decode(new Uint8Array([first, second]));
      if ([...text].length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, [first, second]);
    }
  return found;
}

/** Text in UTF-16, with the lower or the higher byte first. */
export function utf16(text: string, isBigEndian = false): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return bytes;
}
