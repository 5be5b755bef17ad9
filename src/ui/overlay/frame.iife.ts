import { Problem } from '../../domain/index.ts';
import { ask } from '../../shell/client.ts';
import { readPage } from '../../sites/index.ts';

const EVERY_MILLISECONDS = 500;
/** How often a reading is offered to a page whose own script has not come yet. */
const MOST_OFFERS = 20;

/**
 * In a frame of another origin than the page's: reads who is writing there and has the background pass it on to the
 * script at the top, which alone judges whether it counts. Draws nothing, and says nothing to the page around.
 */
function run(): void {
  let last = '';
  let offers = 0;
  let isWaiting = false;
  const look = () => {
    isWaiting = false;
    if (document.hidden) return;
    const { thread, contacts, suggestions } = readPage(document, new URL(document.URL), { own: [] });
    const reading = { thread, contacts, suggestions };
    const seen = JSON.stringify(reading);
    if (seen === last) return;
    last = seen;
    ask('frame', reading).then(
      isHeard => {
        if (!isHeard) offerAgain();
      },
      (error: unknown) => {
        const isOver = error instanceof Problem && ['extensionGone', 'messageRefused'].includes(error.code);
        if (isOver) observer.disconnect();
        else offerAgain();
      },
    );
  };
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(look, EVERY_MILLISECONDS);
  };
  const offerAgain = () => {
    last = '';
    if (offers++ < MOST_OFFERS) soon();
  };
  const observer = new MutationObserver(soon);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  look();
}

function isOfThePage(): boolean {
  try {
    return window.top?.location.origin === location.origin; // the script at the top reads it itself
  } catch {
    return false;
  }
}

if (window !== window.top && !isOfThePage()) run();
