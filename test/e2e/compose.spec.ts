import { expect, type Page, test } from '@playwright/test';
import { chooseBrowser, thisMachine } from '../run/browser.ts';
import { pages } from '../sites/pages.ts';
import type * as composing from './composing.ts';
import { productIn } from './inPage.ts';

// The places for an answer on the pages of test/sites, brought to life as the editors of the products are.
test.use({ launchOptions: { executablePath: chooseBrowser(thisMachine()), args: ['--no-sandbox'] } });

/**
 * How an editor learns what is written: `heard` = by the event of input; `watched` = from what changes in its element;
 * `held` = it keeps the text itself, takes what is pasted, and undoes what else changes in its element.
 */
type Kind = 'heard' | 'watched' | 'held';

const fields: readonly [page: string, at: string, kind: Kind][] = [
  ['gmail-by-hand', '.Am', 'heard'],
  ['outlook-by-hand', '#editorParent_1-content', 'heard'],
  ['yahoo-by-hand', '.rte', 'heard'],
  ['proton-by-hand', '.composer iframe', 'watched'],
  ['zammad-by-hand', '.richtext [contenteditable]', 'heard'],
  ['freescout-by-hand', '.note-editable', 'heard'],
  ['osticket-by-hand', '.redactor-in', 'heard'],
  ['freshdesk-by-hand', '.fr-element', 'heard'],
  ['chatwoot-by-hand', '.ProseMirror', 'watched'],
  ['intercom-by-hand', '.ProseMirror', 'watched'],
  ['zendesk-by-hand', '.ck-editor__editable', 'held'],
  ['glpi-by-hand', '.tox-edit-area__iframe', 'heard'],
  ['request-tracker-by-hand', '.cke_wysiwyg_frame', 'held'],
  ['netease-by-hand', '.APP-editor-iframe', 'heard'],
  ['zoho-mail-by-hand', '.ze_area', 'heard'],
  ['zoho-desk-by-hand', '.ze_area', 'heard'],
  ['qq-mail-old-by-hand', '.qmEditorIfrmEditArea', 'heard'],
  ['exmail-old-by-hand', '.qmEditorIfrmEditArea', 'heard'],
  ['roundcube-compose', '#composebody', 'heard'],
];
const MESSAGE = 'Dear <b>王芳</b>,\nA-123456 is on its way.';
const MOST_UNDONE = 12;

interface Living {
  readonly product: typeof composing;
  /** All that the editor has learnt, without line breaks. */
  learnt(): string;
  /** Elements that the message has become. */
  markup(): number;
}

let product: string;
test.beforeAll(async () => {
  product = await productIn('test/e2e/composing.ts');
});

async function openPage(page: Page, name: string): Promise<void> {
  const { html, frame, url } = pages.find(each => each.name === name)!;
  await page.route('**/*', route => {
    const isFrame = route.request().frame() !== page.mainFrame();
    const body = isFrame ? (frame ?? '') : html;
    const isDocument = route.request().resourceType() === 'document';
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: isDocument ? body : '' });
  });
  await page.goto('about:blank');
  await page.goto(url.href);
  await page.evaluate(product);
}

/** Runs in the page: makes an editor of the element, with `AB` in it and the cursor between the two. */
function enliven([at, kind]: readonly [string, Kind]): void {
  const held = [...document.querySelectorAll('iframe')].map(each => each.contentDocument);
  const inAny = [document, ...held].map(each => each?.querySelector<HTMLElement>(at)).find(each => each);
  let editor = inAny!;
  if (editor.localName === 'iframe') {
    const { body } = (editor as HTMLIFrameElement).contentDocument!;
    body.innerHTML = kind === 'watched' ? '<div id="rooster-editor" contenteditable="true"></div>' : '';
    if (kind !== 'watched') body.contentEditable = 'true';
    if (kind === 'held') body.className = 'cke_editable';
    editor = (body.firstElementChild as HTMLElement | null) ?? body;
  }
  const view = editor.ownerDocument.defaultView!;
  const read = () => (editor as HTMLTextAreaElement).value ?? editor.innerText;
  let model = 'AB';
  const show = () => {
    editor.replaceChildren(
      ...model.split('\n').map(line => Object.assign(document.createElement('p'), { textContent: line })),
    );
  };
  const watcher = new MutationObserver(() => {
    if (kind === 'watched') model = read();
    else show();
    watcher.takeRecords();
  });
  const watch = () => watcher.observe(editor, { childList: true, subtree: true, characterData: true });
  if (editor.localName === 'textarea') (editor as HTMLTextAreaElement).value = model;
  else show();
  editor.focus();
  if (editor.localName === 'textarea') (editor as HTMLTextAreaElement).setSelectionRange(1, 1);
  else view.getSelection()!.collapse(editor.querySelector('p')!.firstChild, 1);
  if (kind === 'heard') {
    editor.addEventListener('input', () => {
      model = read();
    });
  } else watch();
  if (kind === 'held') {
    editor.addEventListener('paste', event => {
      event.preventDefault();
      const { clipboardData } = event as ClipboardEvent;
      if (clipboardData!.types.join() !== 'text/plain') throw new Error('more than text was pasted');
      watcher.disconnect();
      model = `A${clipboardData!.getData('text/plain')}B`;
      show();
      watch();
    });
  }
  Object.assign(window, {
    learnt: () => model.replace(/[\n\u200b]+/g, '').replace(/\u00a0/g, ' '),
    markup: () => editor.querySelectorAll('b').length,
  });
}

test('a message goes into the field of each product where the cursor was, its page learns it, and undo takes it back', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const wanted = `A${MESSAGE.replace('\n', '')}B`;
  const wrong: string[] = [];
  for (const [name, at, kind] of fields) {
    await openPage(page, name);
    await page.evaluate(enliven, [at, kind] as const);
    const told = await page.evaluate(async message => {
      const { product, learnt, markup } = window as unknown as Living;
      const field = product.fieldIn(document);
      document.body.append(Object.assign(document.createElement('button'), { id: 'elsewhere' }));
      document.getElementById('elsewhere')!.focus(); // as the button of the card takes the keyboard
      const isThere = field !== undefined && (await product.insertText(field, message));
      return { isThere, learnt: learnt(), markup: markup() };
    }, MESSAGE);
    const isRight = told.isThere && told.learnt === wanted && told.markup === 0;
    if (!isRight) wrong.push(`${name}: ${JSON.stringify(told)}`);
    if (!isRight || kind === 'held') continue; // its own undo is the editor's
    const learnt = () => page.evaluate(() => (window as unknown as Living).learnt());
    for (let i = 0; i < MOST_UNDONE && (await learnt()) !== 'AB'; i++) await page.keyboard.press('Control+z');
    if ((await learnt()) !== 'AB') wrong.push(`${name}: after undo ${await learnt()}`);
  }
  expect(wrong).toEqual([]);
});

test('where a field takes nothing, that is told; where there is none, none is found', async ({ page }) => {
  await openPage(page, 'front-by-hand');
  expect(
    await page.evaluate(() => (window as unknown as Living).product.fieldIn(document) === undefined),
  ).toBe(true);
  const isThere = await page.evaluate(async message => {
    const field = document.body.appendChild(document.createElement('div'));
    field.contentEditable = 'true';
    field.textContent = 'AB';
    new MutationObserver(() => {
      if (field.textContent !== 'AB') field.textContent = 'AB';
    }).observe(field, { childList: true, subtree: true, characterData: true });
    return (window as unknown as Living).product.insertText(field, message);
  }, MESSAGE);
  expect(isThere).toBe(false);
});
