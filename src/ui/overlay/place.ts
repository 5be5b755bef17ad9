/** Where the card stands: 0 = at the left or top edge of the window, 1 = at the right or bottom edge. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in the window, in CSS pixels. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

const MARGIN = 16;

/**
 * The sizes are the same whoever is writing, and before it is known who is: a page can measure the card, but what it
 * measures tells nothing.
 */
export const CARD: Size = { width: 320, height: 372 };
export const PILL: Size = { width: 208, height: 36 };

/** The rectangle at a place, no larger than the window. */
export function boxAt({ x, y }: Place, wanted: Size, window: Size): Box {
  const [width, height] = fitting(wanted, window);
  return {
    left: Math.round(MARGIN + x * Math.max(0, window.width - width - 2 * MARGIN)),
    top: Math.round(MARGIN + y * Math.max(0, window.height - height - 2 * MARGIN)),
    width,
    height,
  };
}

/** The place at which the rectangle begins at this point, or as near to it as the window allows. */
export function placeAt(left: number, top: number, wanted: Size, window: Size): Place {
  const [width, height] = fitting(wanted, window);
  return {
    x: share(left - MARGIN, window.width - width - 2 * MARGIN),
    y: share(top - MARGIN, window.height - height - 2 * MARGIN),
  };
}

/** The place nearest to home, among home and the corners, where nothing taken is covered; null where there is none. */
export function freePlace(home: Place, size: Size, window: Size, taken: readonly Box[]): Place | null {
  const corners = [0, 1].flatMap(x => [0, 1].map(y => ({ x, y })));
  const distance = (place: Place) => Math.hypot(place.x - home.x, place.y - home.y);
  const places = [home, ...corners.sort((one, other) => distance(one) - distance(other))];
  return (
    places.find(place => {
      const box = boxAt(place, size, window);
      return !taken.some(each => overlap(box, each));
    }) ?? null
  );
}

function fitting(wanted: Size, window: Size): [width: number, height: number] {
  return [
    Math.min(wanted.width, window.width - 2 * MARGIN),
    Math.min(wanted.height, window.height - 2 * MARGIN),
  ];
}

function share(distance: number, room: number): number {
  return room <= 0 ? 1 : Math.min(1, Math.max(0, distance / room));
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}
