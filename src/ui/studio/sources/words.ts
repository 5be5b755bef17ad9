import { dueAt, Problem, type Schedule } from '../../../domain/index.ts';
import { localeOf } from '../../../i18n/index.ts';
import { sourceTexts } from '../../../i18n/sources.ts';
import { describeProblem, language, t } from '../../kit/index.ts';
import { moment } from '../words.ts';
import type { AddressSource } from './state.ts';

/** `08:30` of minutes after midnight. */
export function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':');
}

/** Minutes after midnight of `8:30`, null where it is no time. */
export function minuteOf(time: string): number | null {
  const match = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(time.trim());
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The name of a weekday, 0 = Sunday. */
export function weekdayName(weekday: number): string {
  const sunday = Date.UTC(2024, 0, 7);
  return new Date(sunday + weekday * 86_400_000).toLocaleDateString(localeOf(language.value), {
    weekday: 'long',
    timeZone: 'UTC',
  });
}

export function scheduleWords({ every, minute, weekday }: Schedule): string {
  const time = timeOf(minute);
  if (every === 'day') return t(sourceTexts.dayAt, { time });
  if (every === 'week') return t(sourceTexts.weekAt, { time, weekday: weekdayName(weekday) });
  return t(sourceTexts[every]);
}

/** How the last fetch went, in a few words. */
export function resultWords({ address: { last, failures }, isAllowed }: AddressSource): string {
  if (!isAllowed) return t(sourceTexts.notAllowed);
  if (!last) return '';
  if (last.result === 'unchanged') return t(sourceTexts.unchanged);
  if (last.result === 'failed')
    return failures > 1 ? t(sourceTexts.failedTimes, { count: failures }) : t(sourceTexts.failed);
  const { rows: count, refused } = last;
  return refused > 0
    ? t(sourceTexts.importedRefused, { count, refused })
    : t(sourceTexts.imported, { count });
}

/** What went wrong and what to do about it, '' where nothing did. */
export function faultWords({ address: { url, last }, isAllowed }: AddressSource): string {
  if (!isAllowed) return t(sourceTexts.notAllowedHint, { host: new URL(url).host });
  return last?.code ? describeProblem(new Problem(last.code, last.args)) : '';
}

/** When it is fetched next by itself. */
export function nextWords({ address, isAllowed }: AddressSource): string {
  if (address.isPaused) return t(sourceTexts.paused);
  const due = isAllowed ? dueAt(address) : null;
  if (due === null) return '–';
  return due <= Date.now() ? t(sourceTexts.soon) : moment(due);
}
