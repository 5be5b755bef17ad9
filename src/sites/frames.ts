import { documentIn, isVisible } from './dom.ts';
import { generic } from './generic.ts';
import { isMessageText } from './marks.ts';
import type { Knowledge, Reading } from './site.ts';

/** What the script in a frame of another origin has read there; the browser vouches for the origin. */
export interface FrameReport {
  readonly origin: string;
  readonly reading: Reading;
}

/**
 * Who is writing in the frames of a page in which nobody was found: one frame in sight that has an address of its own
 * and stands outside of what somebody wrote. Two that disagree say nothing.
 */
export function readFrames(
  document: Document,
  knowledge: Knowledge,
  reports: readonly FrameReport[],
): Reading | null {
  const readings = [...document.querySelectorAll('iframe, frame')].flatMap(frame => {
    if (!isVisible(frame) || isMessageText(frame)) return [];
    const held = documentIn(frame);
    const reading = held?.body
      ? generic.read(held, new URL(held.URL), knowledge)
      : reports.find(report => report.origin === originOf(frame))?.reading;
    const contacts = reading?.contacts.filter(({ email }) => !email || !knowledge.own.includes(email)) ?? [];
    return reading && contacts.length > 0 ? [{ ...reading, contacts }] : [];
  });
  return readings.length === 1 ? readings[0]! : null;
}

function originOf(frame: Element): string {
  if (frame.hasAttribute('srcdoc')) return '';
  const address = frame.getAttribute('src') ?? '';
  return /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : '';
}
