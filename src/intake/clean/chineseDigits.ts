const digits = '〇一二三四五六七八九';

/**
 * Chinese numerals written as figures: year digits one by one (二〇二四 = 2024), days and months by tens
 * (二十五 = 25, 廿五 = 25, 十 = 10).
 */
export function figuresOf(text: string): string {
  return text
    .replace(/[零○Ｏ]/g, '〇')
    .replaceAll('两', '二')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, digit => String(digits.indexOf(digit)));
}
