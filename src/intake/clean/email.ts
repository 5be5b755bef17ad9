import { emailKey } from '../../domain/index.ts';
import type { Cleaned, Fault } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { foldWidth, isBlank, tidy } from './text.ts';

const atoms = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const quoted = /^"(?:[ !#-[\]-~]|\\[ -~])+"$/;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;
const literal = /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|ipv6:[0-9a-f:.]+)\]$/;

/** One e-mail address, its domain in lower case; '' where there is none. */
export function cleanEmail(text: string): Cleaned<string> {
  const bare = unwrap(text);
  if (isBlank(bare)) return clean('');
  const fault = faultOf(bare);
  if (fault) return { value: '', fault };
  const at = bare.lastIndexOf('@');
  return clean(bare.slice(0, at + 1) + bare.slice(at + 1).toLowerCase());
}

/** The addresses of a cell, split at ; , / 、 and spaces. The first that is none refuses the cell. */
export function cleanEmails(text: string): Cleaned<readonly string[]> {
  const whole = unwrap(text);
  if (isBlank(whole)) return clean([]);
  const parts = faultOf(whole) === null ? [whole] : whole.split(/[;,、/，；|\s]+/);
  const addresses = new Map<string, string>();
  for (const part of parts) {
    const { value, fault } = cleanEmail(part);
    if (fault) return { value: [], fault };
    if (value !== '' && !addresses.has(emailKey(value))) addresses.set(emailKey(value), value);
  }
  return clean([...addresses.values()]);
}

/** Width folded; `mailto:` and the name before `<address>` dropped. */
function unwrap(text: string): string {
  const folded = tidy(foldWidth(text));
  const angled = /<([^<>]+)>\s*$/.exec(folded);
  return (angled ? angled[1]! : folded).replace(/^mailto:/i, '').trim();
}

function faultOf(address: string): Fault | null {
  const at = address.lastIndexOf('@');
  const wrong = (code: string) => refuse(code, { value: address }).fault;
  if (at < 0) return wrong('emailNoAt');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  if (local === '' || !(atoms.test(local) || quoted.test(local))) return wrong('emailLocal');
  if (local.length > 64) return wrong('emailTooLong');
  const named = domain.split('.').every(part => part.length <= 63 && label.test(part));
  if (!(named || literal.test(domain))) return wrong('emailDomain');
  return address.length > 254 ? wrong('emailTooLong') : null;
}
