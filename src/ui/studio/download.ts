import { isoOf, localDay } from '../../domain/index.ts';

/** Hands a file to the browser to be saved. Characters that no file name may have become dashes. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the download reads it after the click
}

/** A name that every file system takes. */
export function fileNameOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  return clean || '-';
}

/** The day of now where the user is, as file names have it: YYYY-MM-DD. */
export function todayInName(): string {
  return isoOf(localDay(new Date()));
}
