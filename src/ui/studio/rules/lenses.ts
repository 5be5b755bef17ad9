import type { ValueKind } from '../../../domain/index.ts';
import { formatMoney, localeOf, minorDigits } from '../../../i18n/index.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { formatValue, language, t } from '../../kit/index.ts';
import { count, shareText } from '../words.ts';
import type { Lens, LensPart } from './lensLayer.ts';
import type { Shown } from './shown.ts';

type Show = 'matches' | 'enters' | 'leaves';

/** The lines above declarations, in the language of the interface. `open` shows the customers behind a number. */
export function lensesOf(
  shown: readonly Shown[],
  currency: string,
  open: (declaration: Shown, show: Show) => void,
): Lens[] {
  return shown.map(each => ({
    key: `${each.kind} ${each.name}`,
    start: each.start,
    held: each.held,
    parts: partsOf(each, currency, show => open(each, show)),
  }));
}

function partsOf(each: Shown, currency: string, open: (show: Show) => void): LensPart[] {
  const plain = (text: string, title: string): LensPart => ({
    text,
    title,
    tone: 'plain',
    share: null,
    press: null,
  });
  const parts: LensPart[] = [
    {
      text: t(each.kind === 'metric' ? rulesTexts.lensKnown : rulesTexts.lensCustomers, {
        count: each.count,
      }),
      title: t(rulesTexts.lensShowMatches, { name: each.name }),
      tone: 'strong',
      share: null,
      press: () => open('matches'),
    },
  ];
  if (each.metric) {
    const { kind, mean, median } = each.metric;
    parts.push(
      plain(t(rulesTexts.lensMean, { value: formatValue(kind, rounded(mean, kind), currency) }), ''),
      plain(t(rulesTexts.lensMedian, { value: formatValue(kind, rounded(median, kind), currency) }), ''),
    );
  } else if (each.kind !== 'metric') {
    const share = shareText(each.share);
    parts.push(plain(share, t(rulesTexts.lensShare, { share })));
  }
  for (const level of each.levels) {
    parts.push({
      text: `${level.name} ${count(level.count)}`,
      title: '',
      tone: 'level',
      share: each.count === 0 ? 0 : level.count / each.count,
      press: null,
    });
  }
  if (each.kind !== 'metric' && each.money > 0) {
    parts.push(plain(briefMoney(each.money, currency), t(rulesTexts.lensMoney)));
  }
  if (each.enters > 0) {
    parts.push({
      text: `+${count(each.enters)}`,
      title: `${t(rulesTexts.lensShowEnters, { count: each.enters })} · ${briefMoney(each.entersMoney, currency)}`,
      tone: 'enters',
      share: null,
      press: () => open('enters'),
    });
  }
  if (each.leaves > 0) {
    parts.push({
      text: `−${count(each.leaves)}`,
      title: `${t(rulesTexts.lensShowLeaves, { count: each.leaves })} · ${briefMoney(each.leavesMoney, currency)}`,
      tone: 'leaves',
      share: null,
      press: () => open('leaves'),
    });
  }
  if (each.held) parts.push(plain(t(rulesTexts.lensHeld), t(rulesTexts.lensHeldTitle)));
  return parts;
}

/** Money and days of an average without the fractions that nobody reads. */
export function rounded(value: number, kind: string): number {
  return kind === 'money' || kind === 'days' || kind === 'date' ? Math.round(value) : value;
}

/** A value as an axis shows it: short, without fractions that nobody reads. */
export function axisText(kind: ValueKind, value: number, currency: string): string {
  if (kind === 'money') return briefMoney(Math.round(value), currency);
  return formatValue(kind, rounded(value, kind), currency);
}

/** Large amounts in the short form of the language: ¥1.2M, ¥120万. */
export function briefMoney(minor: number, currency: string): string {
  const exact = formatMoney(language.value, minor, currency);
  if (minor < 1_000_000) return exact;
  try {
    return new Intl.NumberFormat(localeOf(language.value), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      maximumFractionDigits: 1,
    }).format(minor / 10 ** minorDigits(currency));
  } catch {
    return exact; // a currency that Intl does not know
  }
}
