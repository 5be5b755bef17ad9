import type { Box } from './place.ts';

/** Where an element stands in the window of the page, also where it lies in frames of the page's origin. */
export function rectInPage(element: Element): Box {
  let { left, top, width, height } = element.getBoundingClientRect();
  for (let frame = frameAround(element); frame; frame = frameAround(frame)) {
    const around = frame.getBoundingClientRect();
    left += around.left + frame.clientLeft;
    top += around.top + frame.clientTop;
  }
  return { left, top, width, height };
}

function frameAround(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}
