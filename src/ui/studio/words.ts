import { formatNumber, formatShare, localeOf, translate } from '../../i18n/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { importTexts } from '../../i18n/studio.ts';
import { language } from '../kit/index.ts';
import type { Job } from './jobs.ts';

/** A number as the language writes it. */
export function count(value: number): string {
  return formatNumber(language.value, value);
}

/** A share of customers as a percentage; a few among many are not shown as none. */
export function shareText(share: number): string {
  const least = 0.001;
  return share > 0 && share < least / 2
    ? `< ${formatShare(language.value, least)}`
    : formatShare(language.value, share);
}

/** Bytes as megabytes with at most one decimal, at least 0.1. */
export function megabytes(bytes: number): string {
  return formatNumber(language.value, Math.max(0.1, Math.round(bytes / 100_000) / 10));
}

/** The size of a file: B, KB or MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${count(Math.round(bytes / 1000))} KB`;
  return `${count(Math.round(bytes / 100_000) / 10)} MB`;
}

/** A moment, as day and time of the user's clock. */
export function moment(at: number): string {
  return new Date(at).toLocaleString(localeOf(language.value), { dateStyle: 'medium', timeStyle: 'short' });
}

/** What a long job is doing: its title and, where it tells one, its stage. */
export function jobLabel(job: Job): string {
  const title = translate(language.value, importTexts[`job${job.kind}`]);
  const stage = job.progress?.stage;
  return stage ? `${title} · ${translate(language.value, importTexts[`stage${stage}`])}` : title;
}

/** Names one after the other, as the language lists them. */
export function listOf(names: readonly string[]): string {
  return names.join(translate(language.value, kitTexts.listComma));
}
