const SLACK = 4;

/** How far the pointer has gone since it took hold; `end` = it let go. */
export type OnDrag = (move: { readonly dx: number; readonly dy: number; readonly end: boolean }) => void;

/**
 * Follows a pointer that has taken hold of an element until it lets go. A movement of a few pixels is a click; after
 * a longer one the click that follows is none.
 */
export function drag(event: PointerEvent, onDrag: OnDrag, signal: AbortSignal): void {
  const held = event.currentTarget as HTMLElement;
  const pressed = (event.target as Element).closest('button');
  if (!event.isTrusted || event.button !== 0 || (pressed && !pressed.matches('.handle, .pill'))) return;
  const life = new AbortController();
  const options = { signal: AbortSignal.any([life.signal, signal]) };
  let dragging = false;
  const follow = (now: PointerEvent, end: boolean) => {
    const dx = now.clientX - event.clientX;
    const dy = now.clientY - event.clientY;
    dragging ||= Math.hypot(dx, dy) > SLACK;
    if (dragging) onDrag({ dx, dy, end });
  };
  const release = (now: PointerEvent) => {
    follow(now, true);
    life.abort();
    if (!dragging) return;
    const drop = (click: Event) => click.stopPropagation();
    held.addEventListener('click', drop, { capture: true, once: true });
    setTimeout(() => held.removeEventListener('click', drop, { capture: true }));
  };
  held.setPointerCapture(event.pointerId);
  held.addEventListener('pointermove', now => follow(now, false), options);
  held.addEventListener('pointerup', release, options);
  held.addEventListener('pointercancel', release, options);
}

const STEP = 24;
const directions: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** How far a key moves the card, in pixels; null where it is no arrow. */
export function nudgeOf(event: KeyboardEvent): readonly [dx: number, dy: number] | null {
  return event.isTrusted ? (directions[event.key] ?? null) : null;
}
