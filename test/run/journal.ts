import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/i18n/index.ts';
import { Stop } from './process.ts';

/** A picture in the folder of the journal. */
export interface Picture {
  /** Name of the file. */
  readonly file: string;
  readonly caption: string;
}

export interface Step {
  readonly language: Language;
  readonly name: string;
  readonly seconds: number;
  /** What was seen, in one line; '' where a picture says it. */
  readonly seen: string;
}

/** One declaration of the published rules with the customers it holds for, as the studio shows them. */
export interface Count {
  readonly name: string;
  readonly customers: string;
  readonly share: string;
}

/** What a tour did and saw: steps, pictures, counts. Steps are told on the console as they end. */
export class Journal {
  readonly out: string;
  readonly began = new Date();
  readonly steps: Step[] = [];
  readonly pictures: Picture[] = [];
  readonly counts: Count[] = [];
  /** The status line of the studio once the rules are published. */
  workspace = '';
  /** The sentence that tells which step failed and why, null where none did. */
  failure: string | null = null;

  /** `out` is the folder of the pictures. */
  constructor(out: string) {
    this.out = out;
  }

  /** Runs a step; `work` resolves to what was seen. Throws Stop with one sentence where it fails. */
  async step(language: Language, name: string, work: () => Promise<string>): Promise<void> {
    const begin = performance.now();
    try {
      const seen = (await work()).replace(/\s+/g, ' ').trim();
      const seconds = (performance.now() - begin) / 1000;
      this.steps.push({ language, name, seconds, seen });
      console.log(`ok  ${language}  ${name} (${seconds.toFixed(1)} s)`);
    } catch (error) {
      this.failure = `The step "${name}" (${language}) failed: ${firstLine(error)}`;
      throw new Stop(this.failure);
    }
  }

  /** Takes a picture of a page or of a part of it. */
  async picture(of: Page | Locator, name: string, caption: string): Promise<void> {
    const file = `${name}.png`;
    await of.screenshot({ path: path.join(this.out, file), animations: 'disabled' });
    this.pictures.push({ file, caption });
  }
}

function firstLine(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return lines.slice(0, 3).join(' · ').slice(0, 400);
}
