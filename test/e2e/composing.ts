import { siteFor } from '../../src/sites/index.ts';
import { composeFields, insertText } from '../../src/ui/overlay/compose.ts';

/** The field that the card would write into on this page, as it finds it by the file of the site. */
function fieldIn(document: Document): HTMLElement | undefined {
  return composeFields(document, siteFor(new URL(document.URL), document).compose ?? '')[0];
}

export { fieldIn, insertText };
