import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { type Language, type Text, translate } from '../../src/i18n/index.ts';
import { Stop } from './process.ts';
import { tourTexts } from './tourTexts.ts';

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
  readonly language: Language;
  readonly began = new Date();
  readonly steps: Step[] = [];
  readonly pictures: Picture[] = [];
  readonly counts: Count[] = [];
  /** The status line of the studio once the rules are published. */
  workspace = '';
  /** The sentence that tells which step failed and why, null where none did. */
  failure: string | null = null;

  /** `out` is the folder of the pictures, `language` the one in which everything is told. */
  constructor(out: string, language: Language) {
    this.out = out;
    this.language = language;
  }

  /** Runs a step; `work` resolves to what was seen. Throws Stop with one sentence where it fails. */
  async step(language: Language, text: Text, work: () => Promise<string>): Promise<void> {
    const name = text[this.language];
    const begin = performance.now();
    try {
      const seen = (await work()).replace(/\s+/g, ' ').trim();
      const seconds = (performance.now() - begin) / 1000;
      this.steps.push({ language, name, seconds, seen });
      console.log(`ok  ${language}  ${name} (${seconds.toFixed(1)} s)`);
    } catch (error) {
      this.failure = translate(this.language, tourTexts.failed, {
        step: name,
        language,
        reason: firstLines(error),
      });
      throw new Stop(this.failure);
    }
  }

  /** Takes a picture of a page or of a part of it. */
  async picture(of: Page | Locator, name: string, caption: Text): Promise<void> {
    const file = `${name}.png`;
    await of.screenshot({ path: path.join(this.out, file), animations: 'disabled' });
    this.pictures.push({ file, caption: caption[this.language] });
  }
}

function firstLines(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return lines.slice(0, 3).join(' · ').slice(0, 400);
}
