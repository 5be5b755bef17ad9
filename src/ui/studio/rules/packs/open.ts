import { signal } from '@preact/signals';
import type { Pack } from '../../../../engine/index.ts';
import type { Language } from '../../../../i18n/index.ts';
import { shippedPacks } from '../../../../rules/index.ts';

/** A pack as the dialog shows it. */
export interface ShownPack {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly text: string;
  /** What the file says of itself, null for those that come with the product. */
  readonly file: Pack | null;
  /** Whether the organisation has set it. */
  readonly preset: boolean;
}

/** Packs opened from files in this session, the latest first. */
export const opened = signal<readonly Pack[]>([]);

/** All packs in the language of the interface: those of the organisation, opened files, and what came along. */
export function shownPacks(language: Language, preset: readonly Pack[], files: readonly Pack[]): ShownPack[] {
  const isPreset = ({ checksum }: Pack) => preset.some(each => each.checksum === checksum);
  const fromFile = (file: Pack) => {
    return {
      ...{ id: file.checksum, name: file.name, about: '', text: file.text, file },
      preset: isPreset(file),
    };
  };
  const shipped = shippedPacks.map(({ id, name, about, text }) => {
    const words = { name: name[language], about: about[language], text: text[language] };
    return { id, ...words, file: null, preset: false };
  });
  return [...preset.map(fromFile), ...files.filter(file => !isPreset(file)).map(fromFile), ...shipped];
}
