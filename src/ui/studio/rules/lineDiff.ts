/** A line of two texts laid side by side. */
export interface DiffLine {
  readonly what: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Its number in the earlier and in the later text, null where it is not in it. */
  readonly before: number | null;
  readonly after: number | null;
}

const mostPairs = 4_000_000;

/** The lines of two texts as few removals and additions, removals first where lines are replaced. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail++;
  const result: DiffLine[] = [];
  const same = (i: number, j: number) =>
    result.push({ what: 'same', text: old[i]!, before: i + 1, after: j + 1 });
  for (let i = 0; i < head; i++) same(i, i);
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  const longest =
    (oldEnd - head) * (nowEnd - head) > mostPairs
      ? [] // too long to look for lines in common: all of one, then all of the other
      : commonLengths(old.slice(head, oldEnd), now.slice(head, nowEnd));
  let [i, j] = [head, head];
  while (i < oldEnd || j < nowEnd) {
    const ahead = (a: number, b: number) => longest[a - head]?.[b - head] ?? 0;
    if (i < oldEnd && j < nowEnd && old[i] === now[j]) same(i++, j++);
    else if (i < oldEnd && (j === nowEnd || ahead(i + 1, j) >= ahead(i, j + 1))) {
      result.push({ what: 'removed', text: old[i]!, before: ++i, after: null });
    } else result.push({ what: 'added', text: now[j]!, before: null, after: ++j });
  }
  for (; i < old.length; i++, j++) same(i, j);
  return result;
}

/** The same lines with long stretches of unchanged ones left out: a number stands for as many lines. */
export function foldSame(lines: readonly DiffLine[], around: number): (DiffLine | number)[] {
  const near = lines.map(() => false);
  lines.forEach((line, index) => {
    if (line.what === 'same') return;
    for (let at = Math.max(0, index - around); at <= Math.min(lines.length - 1, index + around); at++)
      near[at] = true;
  });
  const found: (DiffLine | number)[] = [];
  lines.forEach((line, index) => {
    if (near[index]) found.push(line);
    else if (typeof found.at(-1) === 'number') found.push((found.pop() as number) + 1);
    else found.push(1);
  });
  return found;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** lengths[i][j]: how many lines from i on and from j on have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}
