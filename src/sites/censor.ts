const KEPT =
  /^(?:class|id|role|type|name|rel|itemprop|data-(?:test.*|cy|qa|field|tab|type|name|role|selenium-test|garden-id))$/;
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'LINK',
  'META',
  'SVG',
  'PATH',
  'NOSCRIPT',
  'TEMPLATE',
  'BR',
  'HEAD',
]);
const MOST_LINES = 1_500;
const DEEPEST = 60;

/**
 * The structure of a page for a report that the user may send: elements, what developers call them, which attributes
 * there are. No text, no address, no number and no value that could be of a person; whatever is long is cut.
 */
export function censor(document: Document, url: URL, site: string): string {
  const lines = [`${url.protocol}//${maskHost(url.host)}${maskPath(url.pathname + url.hash)} ${site}`];
  const write = (element: Element, depth: number) => {
    if (lines.length >= MOST_LINES || depth > DEEPEST || SKIPPED.has(element.tagName.toUpperCase())) return;
    lines.push(`${' '.repeat(depth)}${describe(element)}`);
    for (const child of element.children) write(child, depth + 1);
  };
  if (document.body) write(document.body, 0);
  if (lines.length >= MOST_LINES) lines.push('…');
  return lines.join('\n');
}

function describe(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => {
    const safe = name.length > 40 ? `${mask(name).slice(0, 40)}…` : mask(name);
    if (name === 'class') return `${safe}=${mask(value)}`;
    if (KEPT.test(name)) return `${safe}=${mask(maskRest(value))}`;
    const scheme = name === 'href' ? /^(?:mailto|tel|https?|#)/i.exec(value)?.[0] : undefined;
    return `${safe}${scheme ? `=${scheme}` : value.includes('@') ? '=‹address›' : ''}`;
  });
  return [element.localName, ...attributes, kindOfText(element)].filter(Boolean).join(' ');
}

/** What sort of text an element has itself, without the text. */
function kindOfText(element: Element): string {
  let text = '';
  for (const child of element.childNodes) if (child.nodeType === 3) text += child.nodeValue;
  const clean = text.trim();
  if (clean === '') return '';
  if (clean.includes('@')) return '‹text with address›';
  return /\d{6}/.test(clean.replace(/\D/g, '')) ? '‹text with number›' : '‹text›';
}

/** A name given by developers, without figures, addresses, and what is too long to be one. */
function mask(value: string): string {
  return value
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 12)
    .map(word => {
      if (word.includes('@') || /%40/i.test(word)) return '‹address›';
      if (!/^[\x20-\x7e]*$/.test(word)) return '‹word›';
      return word
        .replace(/\d+/g, '0')
        .replace(/[A-Za-z0-9]{25,}/g, '…')
        .slice(0, 60);
    })
    .join(' ');
}

/** Some products put a subject into what they call an element: only a first word, and a plain one behind a colon. */
function maskRest(value: string): string {
  const [first = '', ...others] = value.split(/\s+/);
  const [name = '', ...rest] = first.split(':');
  const isPlain = others.length === 0 && rest.every(part => /^[a-z-]{1,20}$/.test(part));
  return isPlain ? first : name;
}

const COMMON =
  /^(?:#?mail|inbox|sent|agent|tickets?|conversations?|app|accounts?|u|a|open|front|scp|folders?|messages?|read|contacts?|threads?|id|details|support|home|search|view|record|cases?|lightning|r|desk(?:top)?|zoom|#ticket|[\w-]+\.(?:php|html|jsp))$/i;

/** The words in an address that say what kind of page it is. */
function maskPath(path: string): string {
  return path
    .split('/')
    .map(part => (part === '' || COMMON.test(part) ? part : '…'))
    .join('/');
}

/** The last label of a host: the others may be the name of a company. The id of a known product tells its host. */
function maskHost(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.');
  return ['…', ...labels.slice(-1).map(mask)].join('.');
}
