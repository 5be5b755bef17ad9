import { describe, expect, it } from 'vitest';
import type { SourceAddress } from '../../src/domain/index.ts';
import {
  type AddressForm,
  emptyForm,
  type FormFaults,
  formOf,
  isOpenAddress,
  readForm,
} from '../../src/ui/studio/sources/form.ts';
import { minuteOf, timeOf } from '../../src/ui/studio/sources/words.ts';

const url = 'https://crm.example.com/export.csv';
const kept: SourceAddress = {
  url,
  header: 'X-Api-Key',
  secret: 'key-1',
  schedule: { every: 'week', minute: 510, weekday: 5 },
  isPaused: false,
  since: 0,
  answer: { etag: '', lastModified: '', checksum: '' },
  import: 1,
  last: null,
  failures: 0,
};

function valueFrom(form: Partial<AddressForm>, before?: SourceAddress) {
  const read = readForm({ ...emptyForm, url, ...form }, before);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

function faultsIn(form: Partial<AddressForm>, before?: SourceAddress): (keyof FormFaults)[] {
  const read = readForm({ ...emptyForm, url, ...form }, before);
  return 'faults' in read ? (Object.keys(read.faults) as (keyof FormFaults)[]) : [];
}

describe('the form of an address', () => {
  it('becomes a request with a schedule and a name that the address suggests', () => {
    expect(valueFrom({})).toEqual({
      url,
      header: '',
      value: null,
      schedule: { every: 'day', minute: 480, weekday: 1 },
      name: 'crm.example.com',
    });
    expect(valueFrom({ key: 'bearer', secret: 'abc', name: 'CRM' })).toMatchObject({
      header: 'Authorization',
      value: 'Bearer abc',
      name: 'CRM',
    });
    expect(valueFrom({ key: 'header', header: ' X-Api-Key ', secret: 'abc' })).toMatchObject({
      header: 'X-Api-Key',
      value: 'abc',
    });
    // A key that was typed and then not wanted is not sent.
    expect(valueFrom({ key: 'none', header: 'X-Api-Key', secret: 'abc' })).toMatchObject({
      header: '',
      value: null,
    });
  });

  it.each<[string, Partial<AddressForm>, (keyof FormFaults)[]]>([
    ['no address', { url: '' }, ['url', 'name']],
    ['plain http to a stranger', { url: 'http://crm.example.com/' }, ['url']],
    ['no token', { key: 'bearer' }, ['secret']],
    ['a token of two lines', { key: 'bearer', secret: 'a\nb' }, ['secret']],
    ['no name of the header', { key: 'header', secret: 'a' }, ['header']],
    ['a header of the browser', { key: 'header', header: 'Cookie', secret: 'a' }, ['header']],
    ['no time of day', { every: 'week', time: '25:00' }, ['time']],
    ['no name', { name: ' ' }, ['name']],
  ])('is marked where it lacks something: %s', (_, form, faults) => {
    expect(faultsIn(form)).toEqual(faults);
  });

  it('does not ask for a time that does not matter', () => {
    expect(faultsIn({ every: 'hour', time: '' })).toEqual([]);
  });

  it('keeps the secret of a remembered address unless it would go elsewhere', () => {
    const form = formOf({ name: 'CRM', address: kept });
    expect(form).toMatchObject({ key: 'header', secret: '', time: '08:30', weekday: 5 });
    expect(valueFrom(form, kept)).toEqual({
      url,
      header: 'X-Api-Key',
      value: null,
      schedule: kept.schedule,
      name: 'CRM',
    });
    expect(faultsIn({ ...form, url: 'https://other.example.com/' }, kept)).toEqual(['secret']);
    expect(faultsIn({ ...form, header: 'X-Other' }, kept)).toEqual(['secret']);
    expect(faultsIn({ ...form, url: 'https://other.example.com/', secret: 'new' }, kept)).toEqual([]);
  });

  it('warns of http on the network, not on this machine', () => {
    expect(['http://192.168.1.2/a', 'http://crm/a', 'http://127.0.0.1/a', url].map(isOpenAddress)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('reads every time of day that it writes', () => {
    for (let minute = 0; minute < 1440; minute++) expect(minuteOf(timeOf(minute))).toBe(minute);
    expect(['8:05', '24:00', '8', '08:60', ''].map(minuteOf)).toEqual([485, null, null, null, null]);
  });
});
