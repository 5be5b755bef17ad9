import { Problem } from '../../domain/index.ts';
import { ask } from '../../shell/client.ts';
import { type Sighting, watchPage } from './watch.ts';

const OFFERED_AGAIN_MILLISECONDS = 500;
/** How often a reading is offered to a page whose own script has not come yet. */
const MOST_OFFERS = 20;
/** What all frames of a page may take together, of what the page itself may: they can share its thread. */
const FRAMES_PART = 0.5;

/**
 * In a frame of another origin than the page's: reads who is writing there and has the background pass it on to the
 * script at the top, which alone judges whether it counts. Draws nothing, and says nothing to the page around.
 */
function run(): void {
  const life = new AbortController();
  let latest: Sighting;
  let offers = 0;
  const offer = (sighting: Sighting) => {
    if (sighting !== latest || life.signal.aborted) return; // another one is on its way
    const { thread, contacts, suggestions } = sighting;
    ask('frame', { thread, contacts, suggestions }).then(
      isHeard => isHeard || offerAgain(sighting),
      (error: unknown) => {
        const isOver = error instanceof Problem && ['extensionGone', 'messageRefused'].includes(error.code);
        if (isOver) life.abort();
        else offerAgain(sighting);
      },
    );
  };
  const offerAgain = (sighting: Sighting) => {
    if (offers++ < MOST_OFFERS) setTimeout(() => offer(sighting), OFFERED_AGAIN_MILLISECONDS);
  };
  const seen = (sighting: Sighting) => {
    latest = sighting;
    offer(sighting);
  };
  const part = FRAMES_PART / Math.max(1, window.top!.length);
  watchPage(
    document,
    () => ({ own: [] }),
    seen,
    () => {},
    life.signal,
    part,
  );
}

function isOfThePage(): boolean {
  try {
    return window.top?.location.origin === location.origin; // the script at the top reads it itself
  } catch {
    return false;
  }
}

if (window !== window.top && !isOfThePage()) run();
