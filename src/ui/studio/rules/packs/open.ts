import { signal } from '@preact/signals';
import type { Pack } from '../../../../engine/index.ts';
import type { Language } from '../../../../i18n/index.ts';
import { shippedPacks } from '../../../../rules/index.ts';

/** A pack as the dialog shows it, whether it came with the product or from a file. */
export interface ShownPack {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly text: string;
  /** What a file says of itself, null for those that come with the product. */
  readonly file: Pack | null;
}

/** Packs opened from files in this session, the latest first. */
export const opened = signal<readonly Pack[]>([]);

/** All packs in the language of the interface: opened files first. */
export function shownPacks(language: Language, files: readonly Pack[]): ShownPack[] {
  const fromFiles = files.map(file => {
    return { id: file.checksum, name: file.name, about: '', text: file.text, file };
  });
  const shipped = shippedPacks.map(({ id, name, about, text }) => {
    return { id, name: name[language], about: about[language], text: text[language], file: null };
  });
  return [...fromFiles, ...shipped];
}
