import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';

const here = import.meta.dirname;

/** Makes a document of HTML as if it had come from `url`. */
export function documentOf(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  });
  const inert = html.replace(/<script\b[\s\S]*?<\/script>|<link\b[^>]*>|<img\b[^>]*>/gi, '');
  window.document.write(inert.replace(/<iframe([^>]*?) src="[^"]*"/g, '<iframe$1'));
  return window.document as unknown as Document;
}

/** Makes a document whose first frame holds another. */
export function framed(html: string, url: string, frame?: string): Document {
  const document = documentOf(html, url);
  const holder = document.querySelector('iframe');
  if (holder && frame !== undefined) {
    Object.defineProperty(holder, 'contentDocument', { value: documentOf(frame, url) });
  }
  return document;
}

export interface Page {
  readonly name: string;
  readonly url: URL;
  readonly html: string;
  readonly frame: string | undefined;
  /** What is to be read of it. */
  readonly expected: () => Expected;
}

export interface Expected {
  readonly site: string;
  readonly contacts: readonly { readonly email?: string }[];
}

/** The pages of test/sites/pages: a line with the address, then the HTML; what their first frame holds beside them. */
export const pages: readonly Page[] = readdirSync(path.join(here, 'pages'))
  .filter(file => !file.endsWith('.frame.html'))
  .map(file => {
    const name = file.replace(/\.html$/, '');
    const text = readFileSync(path.join(here, 'pages', file), 'utf8');
    const frame = path.join(here, 'pages', `${name}.frame.html`);
    return {
      name,
      url: new URL(/^<!-- (\S+) -->/.exec(text)![1]!),
      html: text.replace(/^.*\n/, ''),
      frame: existsSync(frame) ? readFileSync(frame, 'utf8') : undefined,
      expected: () => JSON.parse(readFileSync(path.join(here, 'expected', `${name}.json`), 'utf8')),
    };
  });

export const expectations = readdirSync(path.join(here, 'expected')).map(file => file.replace(/\.json$/, ''));

/** Gives every class another name, each everywhere the same: what a new build of a product does. */
export function scrambleClasses(html: string): string {
  return html.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const others = names.split(/\s+/).filter(Boolean).map(scrambled);
    return ` class="${others.join(' ')}"`;
  });
}

function scrambled(name: string): string {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return `k${hash.toString(36)}`;
}
