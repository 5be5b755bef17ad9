import { shiftOffset } from './shift.ts';

/** How many texts are remembered: more edits than that before the next evaluation are taken for one. */
const longest = 200;

/** The texts that a draft has gone through lately, so that an offset of one is found in another edit by edit. */
export class Trail {
  #texts: string[];

  constructor(initial: string) {
    this.#texts = [initial];
  }

  add(text: string): void {
    this.#texts.push(text);
    if (this.#texts.length > longest) this.#texts.splice(1, 1);
  }

  /** Forgets what came before `text`. */
  startAt(text: string): void {
    const at = this.#texts.lastIndexOf(text);
    if (at > 0) this.#texts.splice(0, at);
  }

  /** Where `offset` of the text `from` stands in the text `to`; both may be any, those of the trail are exact. */
  locate(from: string, to: string, offset: number): number {
    if (from === to) return offset;
    const [start, end] = [this.#texts.lastIndexOf(from), this.#texts.lastIndexOf(to)];
    if (start < 0 || end < 0) return shiftOffset(from, to, offset);
    let now = offset;
    for (let at = start; at !== end; at += Math.sign(end - start)) {
      now = shiftOffset(this.#texts[at]!, this.#texts[at + Math.sign(end - start)]!, now);
    }
    return now;
  }
}
