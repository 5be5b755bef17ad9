import {
  emailKey,
  isPattern,
  type PageKnowledge,
  Problem,
  type ReadingSettings,
  readPattern,
  type TaughtPlace,
} from '../domain/index.ts';
import { z } from '../domain/zod.ts';

const MOST = 200;
const LONGEST_SELECTOR = 600;
const MOST_FRAMES = 4;
const FORMAT = 'tierlens-sites';

const origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s/?#]+$/);

/** A place that the user has shown on a page, as it is kept and travels. */
export const taughtPlace = z.strictObject({
  origin,
  frames: z.array(z.string().min(1).max(LONGEST_SELECTOR)).max(MOST_FRAMES).readonly().optional(),
  at: z.string().min(1).max(LONGEST_SELECTOR),
  name: z.string().max(LONGEST_SELECTOR).nullable(),
  reads: z.enum(['email', 'phone', 'name']),
});

const address = z
  .string()
  .max(320)
  .transform(text => emailKey(text).slice(2))
  .refine(text => /^[^\s@]+@[^\s@]+$/.test(text));
const pattern = z
  .string()
  .max(120)
  .refine(text => isPattern(readPattern(text)));

const each = (texts: readonly string[]) => [...new Set(texts)];

const stored = z.object({
  own: z.array(address).max(MOST).transform(each).catch([]),
  patterns: z.array(pattern).max(MOST).transform(each).catch([]),
  taught: z.array(taughtPlace).max(MOST).catch([]),
});

const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  taught: z.array(taughtPlace).max(MOST),
});

/** Reads what is stored; what is missing or broken is empty. */
export function readingFrom(given: unknown): ReadingSettings {
  return stored.parse(typeof given === 'object' && !Array.isArray(given) ? (given ?? {}) : {});
}

export async function getReading(): Promise<ReadingSettings> {
  const { reading } = await chrome.storage.local.get('reading');
  return readingFrom(reading);
}

/** Changes what is told about reading pages. Rejects with a Problem where an address or a pattern is none. */
export async function changeReading(
  change: (before: ReadingSettings) => Partial<ReadingSettings>,
): Promise<ReadingSettings> {
  const before = await getReading();
  const after = { ...before, ...change(before) };
  for (const text of after.own)
    if (!address.safeParse(text).success) throw new Problem('notAnAddress', { text });
  for (const text of after.patterns) {
    const read = readPattern(text);
    if (!isPattern(read))
      throw new Problem(read.code, { text, position: read.at + 1, example: 'A-\\d{6}', count: '{6}' });
  }
  const kept = readingFrom({
    ...after,
    own: [...new Set(after.own)],
    patterns: [...new Set(after.patterns)],
  });
  await chrome.storage.local.set({ reading: kept });
  return kept;
}

/** Keeps a place for its site, instead of the one that was kept for it before. */
export async function keepTaught(place: TaughtPlace): Promise<void> {
  await changeReading(({ taught }) => ({
    taught: [...taught.filter(each => each.origin !== place.origin), place],
  }));
}

/** Calls with what is told now and after every change, until `signal` aborts. */
export function watchReading(listener: (reading: ReadingSettings) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (changes.reading) listener(readingFrom(changes.reading.newValue));
  };
  chrome.storage.local.onChanged.addListener(changed);
  signal.addEventListener('abort', () => chrome.storage.local.onChanged.removeListener(changed));
  void getReading().then(reading => {
    if (!signal.aborted) listener(reading);
  });
}

/** What the card's script needs to know on one site. */
export function knowledgeFor(reading: ReadingSettings, site: string): PageKnowledge {
  const taught = reading.taught.find(place => place.origin === site) ?? null;
  return { own: reading.own, patterns: reading.patterns, taught };
}

/** Taught sites as a file that others can take over: where people stand on pages, nothing of anybody. */
export function taughtFile(taught: readonly TaughtPlace[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, taught }, null, 2)}\n`;
}

/** The sites in such a file. Throws a Problem where it is none. */
export function readTaughtFile(text: string): readonly TaughtPlace[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Problem('notASitesFile');
  }
  const read = file.safeParse(given);
  if (!read.success) throw new Problem('notASitesFile');
  return read.data.taught;
}
