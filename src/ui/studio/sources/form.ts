import {
  checkHeader,
  isPrivateHost,
  type NamedSource,
  readAddress,
  type Schedule,
} from '../../../domain/index.ts';
import { sourceTexts } from '../../../i18n/sources.ts';
import { describeProblem, t } from '../../kit/index.ts';
import { minuteOf, timeOf } from './words.ts';

/** What is typed in the form of an address. */
export interface AddressForm {
  readonly url: string;
  readonly key: 'none' | 'bearer' | 'header';
  readonly header: string;
  readonly secret: string;
  readonly every: Schedule['every'];
  readonly time: string;
  readonly weekday: number;
  /** Null = not touched: it follows the address. */
  readonly name: string | null;
}

/** An address as it is asked for and kept. */
export interface ReadForm {
  readonly url: string;
  readonly header: string;
  /** Null = the secret that is kept. */
  readonly value: string | null;
  readonly schedule: Schedule;
  readonly name: string;
}

export type FormFaults = Partial<Record<'url' | 'header' | 'secret' | 'time' | 'name', string>>;

const BEARER = 'Authorization';

export const emptyForm: AddressForm = {
  url: '',
  key: 'none',
  header: '',
  secret: '',
  every: 'day',
  time: '08:00',
  weekday: 1,
  name: null,
};

/** The form of a remembered address; its secret is not shown. */
export function formOf({ name, address }: Pick<NamedSource, 'name' | 'address'>): AddressForm {
  if (!address) return { ...emptyForm, name };
  const { url, header, schedule } = address;
  return {
    url,
    key: header === '' ? 'none' : header === BEARER ? 'bearer' : 'header',
    header,
    secret: '',
    every: schedule.every,
    time: timeOf(schedule.minute),
    weekday: schedule.weekday,
    name,
  };
}

/** What the form says, or what is wrong with which field. `before`: the address that is being edited. */
export function readForm(
  form: AddressForm,
  before?: NamedSource['address'],
): { readonly value: ReadForm } | { readonly faults: FormFaults } {
  const faults: FormFaults = {};
  const url = attempt(faults, 'url', () => readAddress(form.url));
  const header = form.key === 'none' ? '' : form.key === 'bearer' ? BEARER : form.header.trim();
  const value =
    form.secret === '' ? null : form.key === 'bearer' ? `Bearer ${form.secret}` : form.secret.trim();
  if (form.key === 'header' && header === '') faults.header = t(sourceTexts.headerMissing);
  else if (form.key !== 'none') {
    if (value !== null)
      attempt(faults, form.key === 'bearer' ? 'secret' : 'header', () => checkHeader(header, value));
    else if (!before || before.header !== header) faults.secret = t(sourceTexts.secretMissing);
    else if (url && new URL(before.url).origin !== url.origin) faults.secret = t(sourceTexts.secretNeeded);
  }
  const minute = minuteOf(form.time);
  const hasTime = form.every === 'day' || form.every === 'week';
  if (hasTime && minute === null) faults.time = t(sourceTexts.timeWrong);
  const name = nameOf(form).trim();
  if (name === '') faults.name = t(sourceTexts.nameMissing);
  if (!url || Object.keys(faults).length > 0) return { faults };
  const schedule = { every: form.every, minute: minute ?? 0, weekday: form.weekday };
  return { value: { url: url.href, header, value: header === '' ? null : value, schedule, name } };
}

/** The name as typed, else one that the address suggests. */
export function nameOf({ name, url }: AddressForm): string {
  if (name !== null) return name;
  const parsed = URL.parse(url.trim());
  if (!parsed?.hostname || !/^https?:$/.test(parsed.protocol)) return '';
  return parsed.hostname;
}

/** Whether the address is one that others on the network can listen to. */
export function isOpenAddress(url: string): boolean {
  const parsed = URL.parse(url.trim());
  return parsed?.protocol === 'http:' && isPrivateHost(parsed.hostname) && !isThisMachine(parsed.hostname);
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function attempt<Value>(faults: FormFaults, field: keyof FormFaults, read: () => Value): Value | null {
  try {
    return read();
  } catch (problem) {
    faults[field] = describeProblem(problem);
    return null;
  }
}
