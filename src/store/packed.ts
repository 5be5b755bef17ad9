/** Numbers in the smallest typed array that holds them all exactly. */
export type Numbers = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** Many texts as one: text i is text.slice(ends[i - 1] or 0, ends[i]). One long string is read far faster than many. */
export interface PackedTexts {
  readonly text: string;
  readonly ends: Numbers;
}

/** Several texts a row: row i has texts[ends[i - 1] or 0 .. ends[i]). */
export interface PackedLists {
  readonly ends: Numbers;
  readonly texts: PackedTexts;
}

/** The same numbers in the smallest typed array that holds them exactly. */
export function narrow(values: ArrayLike<number>): Numbers {
  let low = 0;
  let high = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isInteger(value)) return new Float64Array(values);
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  if (low >= 0 && high <= 0xff) return new Uint8Array(values);
  if (low >= -0x8000 && high <= 0x7fff) return new Int16Array(values);
  if (low >= 0 && high <= 0xffff) return new Uint16Array(values);
  if (low >= -0x80000000 && high <= 0x7fffffff) return new Int32Array(values);
  if (low >= 0 && high <= 0xffffffff) return new Uint32Array(values);
  return new Float64Array(values);
}

/** As `narrow`, but undefined where every value is `unknown`: such a column needs no room. */
export function narrowKnown(values: ArrayLike<number>, unknown: number): Numbers | undefined {
  for (let i = 0; i < values.length; i++) if (!Object.is(values[i], unknown)) return narrow(values);
  return undefined;
}

/** Which of the texts the place in the whole text lies in. */
export function placeOf({ ends }: PackedTexts, at: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Packs texts in their order. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Float64Array(texts.length);
  let end = 0;
  for (let i = 0; i < texts.length; i++) {
    end += texts[i]!.length;
    ends[i] = end;
  }
  return { text: texts.join(''), ends: narrow(ends) };
}

/** The texts again; none where nothing was packed. */
export function unpackTexts(packed: PackedTexts | undefined): string[] {
  if (!packed) return [];
  const texts = new Array<string>(packed.ends.length);
  let start = 0;
  for (let i = 0; i < texts.length; i++) {
    const end = packed.ends[i]!;
    texts[i] = packed.text.slice(start, end);
    start = end;
  }
  return texts;
}

/** Text i alone. */
export function textAt({ text, ends }: PackedTexts, i: number): string {
  return text.slice(ends[i - 1] ?? 0, ends[i]);
}

/** Packs a list of texts for each row. */
export function packLists(lists: readonly (readonly string[])[]): PackedLists {
  return { ends: endsOf(lists), texts: packTexts(lists.flat()) };
}

/** The lists again. */
export function unpackLists(packed: PackedLists | undefined): string[][] {
  if (!packed) return [];
  const texts = unpackTexts(packed.texts);
  return Array.from(packed.ends, (end, i) => texts.slice(packed.ends[i - 1] ?? 0, end));
}

/** The list of one row alone. */
export function listAt({ ends, texts }: PackedLists, row: number): string[] {
  const from = ends[row - 1] ?? 0;
  return Array.from({ length: ends[row]! - from }, (_, i) => textAt(texts, from + i));
}

/** Where each list ends when all are laid out one after the other. */
export function endsOf(lists: readonly (readonly unknown[])[]): Numbers {
  let end = 0;
  return narrow(
    lists.map(list => {
      end += list.length;
      return end;
    }),
  );
}
