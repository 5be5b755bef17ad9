/** Currencies that one country alone writes its numbers with; the others (EUR) tell no country. */
const regions: Readonly<Record<string, string>> = {
  CNY: 'CN',
  HKD: 'HK',
  MOP: 'MO',
  TWD: 'TW',
  JPY: 'JP',
  KRW: 'KR',
  SGD: 'SG',
  MYR: 'MY',
  THB: 'TH',
  VND: 'VN',
  IDR: 'ID',
  PHP: 'PH',
  INR: 'IN',
  AUD: 'AU',
  NZD: 'NZ',
  USD: 'US',
  CAD: 'CA',
  MXN: 'MX',
  BRL: 'BR',
  GBP: 'GB',
  CHF: 'CH',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  TRY: 'TR',
  ILS: 'IL',
  AED: 'AE',
  SAR: 'SA',
  ZAR: 'ZA',
  RUB: 'RU',
};

/** The country (ISO 3166) whose phone numbers a base in this currency writes without a country code; '' = none. */
export function homeRegion(currency: string): string {
  return regions[currency] ?? '';
}
