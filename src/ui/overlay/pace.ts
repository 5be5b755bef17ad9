/** Of the page's time, what looking at it may take in the long run. */
const SHARE = 0.006;
/** What may be taken at once after a quiet while, in milliseconds. */
const MOST_CREDIT = 80;

/**
 * Why to look: a person did something and waits for what comes of it; an address has come by itself; anything else.
 */
export type Cause = 'deed' | 'address' | 'change';

/** How soon after its cause a look comes at best, and at the latest, in milliseconds; later for who has but a part. */
const SOONEST: Readonly<Record<Cause, number>> = { deed: 20, address: 5, change: 250 };
const LATEST: Readonly<Record<Cause, number>> = { deed: 150, address: 3_000, change: 10_000 };

/**
 * Decides when to look at a page that keeps changing, so that looking costs it less than a hundredth of its time however
 * large it is: every look is paid from a credit that grows with time. Without credit only a person's deed is followed
 * at once; what is not urgent waits for the browser to be idle, and leaves credit over for what is.
 */
export class Pace {
  readonly #look: () => void;
  readonly #signal: AbortSignal;
  readonly #part: number;
  #credit = MOST_CREDIT;
  #countedAt = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;

  /** `part` = how much of the credit belongs to this watcher, where others may watch on the same thread. */
  constructor(look: () => void, signal: AbortSignal, part = 1) {
    this.#look = look;
    this.#signal = signal;
    this.#part = part;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Something has changed: a look is due. */
  ask(cause: Cause): void {
    const now = performance.now();
    this.#count(now);
    const wait = ((cause === 'change' ? MOST_CREDIT : 0) - this.#credit) / (SHARE * this.#part);
    const due =
      now + Math.min(Math.max(wait, SOONEST[cause]), LATEST[cause] / (cause === 'deed' ? 1 : this.#part));
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(cause), due - now);
  }

  #start(cause: Cause): void {
    if (cause === 'change') requestIdleCallback(() => this.#run(), { timeout: SOONEST.change });
    else this.#run();
  }

  #run(): void {
    this.#due = Number.POSITIVE_INFINITY;
    if (this.#signal.aborted) return;
    const begin = performance.now();
    this.#look();
    this.#count(begin);
    this.#credit -= performance.now() - begin;
  }

  #count(now: number): void {
    this.#credit = Math.min(MOST_CREDIT, this.#credit + (now - this.#countedAt) * SHARE * this.#part);
    this.#countedAt = Math.max(now, this.#countedAt);
  }
}
