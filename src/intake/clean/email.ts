import { asciiDomain, emailKey } from '../../domain/index.ts';
import type { Cleaned, Fault } from './cleaned.ts';
import { clean, refuse } from './cleaned.ts';
import { isBlank, tidy } from './text.ts';

/** RFC 5321 atoms with the letters, marks and symbols that RFC 6531 adds. */
const atom = String.raw`(?:[a-zA-Z0-9!#$%&'*+/=?^_\x60{|}~-]|[^\p{ASCII}\p{C}\p{Z}])+`;
const atoms = new RegExp(String.raw`^${atom}(?:\.${atom})*$`, 'u');
/** Addresses that stand as they are stored, as most do. */
const plainAddress = /^[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*@[a-z0-9.-]+$/;
const plainAtoms = /^[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const broken = /[\u0000-\u001f\u007f-\u009f]/;
const quoted = /^"(?:[ !#-[\]-~]|[^\p{ASCII}\p{C}]|\\[ -~])+"$/u;
const label = /^[\p{L}\p{N}](?:(?:[\p{L}\p{N}\p{M}-]|\u200c|\u200d)*[\p{L}\p{N}\p{M}])?$/u;
const asciiLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const literal4 = new RegExp(`^\\[(${byte}(?:\\.${byte}){3})\\]$`);
const literal6 = /^\[ipv6:([0-9a-f:.]+)\]$/;
const longest = 4_000;
/** A full-width @ or dot, as Chinese input methods leave them: folded only where no plain @ divides the address. */
const wideAt = /[＠﹫]/g;
const wideDots = /[．。｡]/g;

/** One e-mail address, composed (NFC), its domain in lower case as it is read; '' where there is none. */
export function cleanEmail(text: string): Cleaned<string> {
  if (plainAddress.test(text)) {
    const fault = faultOf(text);
    return fault ? { value: '', fault } : clean(text);
  }
  const bare = unwrap(text);
  if (broken.test(text.trim())) return { value: '', fault: refuse('emailLocal', { value: bare }).fault };
  if (isBlank(bare)) return clean('');
  const at = bare.lastIndexOf('@');
  const address = `${unquoted(bare.slice(0, at))}@${domainOf(bare)}`;
  const fault = faultOf(at < 0 ? bare : address);
  return fault ? { value: '', fault } : clean(address);
}

/** The addresses of a cell, split at ; , / 、 and spaces. The first that is none refuses the cell. */
export function cleanEmails(text: string): Cleaned<readonly string[]> {
  if (text.length > longest)
    return { value: [], fault: refuse('textTooLong', { length: text.length, limit: longest }).fault };
  const tidied = tidy(text);
  const whole = cleanEmail(tidied);
  if (!whole.fault) return clean(whole.value === '' ? [] : [whole.value]);
  const addresses = new Map<string, string>();
  for (const part of partsOf(tidied)) {
    const { value, fault } = cleanEmail(part);
    if (fault) return { value: [], fault };
    if (value !== '' && !addresses.has(emailKey(value))) addresses.set(emailKey(value), value);
  }
  return clean([...addresses.values()]);
}

/** What stands in <>, and what separators leave. */
function partsOf(text: string): readonly string[] {
  const angled = text.match(/<[^<>]+>/g) ?? [];
  const rest = text.replace(/(?:"(?:[^"\\]|\\.)*"|[^;,、，；<>@"]*)\s*<[^<>]+>/g, ' ');
  return [...angled, ...rest.split(/[;,、/，；|\s]+/).filter(part => part !== '')];
}

/** `mailto:` and the name before `<address>` dropped, full-width signs narrowed. */
function unwrap(text: string): string {
  const tidied = tidy(text).replace(/^['’]+/, '');
  const angled = /^(?:"(?:[^"\\]|\\.)*"|[^<>]*)<([^<>]+)>$/.exec(tidied);
  const bare = (angled ? angled[1]! : tidied)
    .replace(/^(?:mailto|e-?mail|邮箱|电子邮箱|邮件)[:：]\s*/i, '')
    .trim();
  return bare.includes('@') ? bare : bare.replace(wideAt, '@');
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domain.normalize('NFC').replace(wideDots, '.').toLowerCase();
}

/** Quotation marks and backslashes that are not needed say nothing. */
function unquoted(local: string): string {
  if (!quoted.test(local)) return local;
  const plain = local.slice(1, -1).replace(/\\(.)/g, '$1');
  return atoms.test(plain) ? plain : `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

function faultOf(address: string): Fault | null {
  const at = address.lastIndexOf('@');
  const wrong = (code: string) => refuse(code, { value: address }).fault;
  if (at < 0) return wrong('emailNoAt');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (!isLocal(local)) return wrong('emailLocal');
  if (isLonger(local, 64)) return wrong('emailTooLong');
  const sent = sentDomain(domain);
  if (sent === null) return wrong('emailDomain');
  return isLonger(`${local}@${sent}`, 254) ? wrong('emailTooLong') : null;
}

function isLocal(local: string): boolean {
  if (plainAtoms.test(local)) return true;
  return (atoms.test(local) && atoms.test(local.normalize('NFD'))) || quoted.test(local);
}

/** Domains seen of late, as DNS asks for them: few stand in many addresses. */
const sentDomains = new Map<string, string | null>();
const domainsRemembered = 4_096;

/** A domain as DNS asks for it, null where it is none. */
function sentDomain(domain: string): string | null {
  let sent = sentDomains.get(domain);
  if (sent === undefined) {
    sent = domain.startsWith('[') ? domain : (asciiDomain(domain) ?? domain);
    if (!isDomain(domain)) sent = null;
    if (sentDomains.size >= domainsRemembered) sentDomains.clear();
    sentDomains.set(domain, sent);
  }
  return sent;
}

function isDomain(domain: string): boolean {
  if (literal4.test(domain)) return true;
  const six = literal6.exec(domain);
  if (six) return isIpv6(six[1]!);
  const labels = domain.split('.');
  if (!labels.every(part => label.test(part) && !/^(?!xn)..--/.test(part))) return false;
  if (labels.every(part => asciiLabel.test(part) && !part.startsWith('xn--'))) return labels.every(fits);
  const ascii = asciiDomain(domain);
  return ascii?.split('.').every(part => asciiLabel.test(part) && fits(part)) ?? false;
}

const fits = (part: string): boolean => part.length <= 63;

function isIpv6(address: string): boolean {
  return URL.canParse(`http://[${address}]`);
}

/** Whether a text takes more than `limit` bytes of UTF-8: no character takes more than three a unit. */
function isLonger(text: string, limit: number): boolean {
  return text.length * 3 > limit && new TextEncoder().encode(text).length > limit;
}
