/** What a page could do to have a person press a button of the card without meaning it. Runs in the page's own world. */
export interface PressingAttack {
  readonly name: string;
  /** Given the middle of the button, in the window. */
  readonly lure: (at: {
    readonly x: number;
    readonly y: number;
    readonly names: readonly string[];
  }) => unknown;
  /** Whether the button may be elsewhere after the lure: it is pressed where it is then. */
  readonly moves?: true;
  /** Whether the card stays as plain to see as it was: the second press on it, at the latest, counts. */
  readonly isHarmless?: true;
  /** A person does not press at all: the page does it in their place. */
  readonly unaided?: true;
}

export const pressingAttacks: readonly PressingAttack[] = [
  {
    name: 'sends events of its own making',
    unaided: true,
    lure: ({ x, y }) => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.tabIndex = 0;
      host.focus();
      for (const target of [host, document.elementFromPoint(x, y)!, document, window]) {
        const at = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
        for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          target.dispatchEvent(new (kind.startsWith('p') ? PointerEvent : MouseEvent)(kind, at));
        }
        for (const key of ['a', 'Enter', ' ']) {
          target.dispatchEvent(new KeyboardEvent('keydown', { ...at, key, code: key }));
          target.dispatchEvent(new KeyboardEvent('keyup', { ...at, key, code: key }));
        }
      }
      const shortcut = { altKey: true, shiftKey: true, code: 'KeyT', key: 'T', bubbles: true };
      window.dispatchEvent(new KeyboardEvent('keydown', shortcut));
      host.click();
      (document.activeElement as HTMLElement).click();
    },
  },
  {
    name: 'makes itself see-through',
    isHarmless: true,
    lure: () => {
      for (const each of [document.documentElement, document.body]) {
        each.style.cssText =
          'opacity: 0.01 !important; filter: opacity(0) !important; mix-blend-mode: multiply';
      }
    },
  },
  {
    name: 'clips, shrinks and turns the root',
    isHarmless: true,
    lure: () => {
      document.documentElement.style.cssText =
        'clip-path: inset(0 0 100% 0) !important; transform: scale(.01) rotate(9deg); zoom: 1; perspective: 1px';
    },
  },
  {
    name: 'styles the element that holds the card',
    isHarmless: true,
    lure: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.style.cssText = `opacity: 0 !important; transform: translate(-300px) !important; filter: blur(9px) !important;
        clip-path: circle(1px) !important; color: transparent !important; visibility: hidden !important;
        font-size: 0 !important; letter-spacing: -1em !important; text-indent: -999px !important; direction: rtl !important;
        mask-image: linear-gradient(transparent, transparent) !important; backface-visibility: hidden !important`;
      host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1, fill: 'forwards' });
      host.dir = 'rtl';
      host.className = 'covered';
      document.body.dir = 'rtl';
    },
  },
  {
    name: 'paints before and after the card by pseudo-elements',
    lure: () => {
      const style = document.createElement('style');
      style.textContent = `div[popover]::before, div[popover]::after { content: '' !important; display: block !important;
        position: fixed !important; inset: 0 !important; z-index: 9 !important; background: #fff !important;
        pointer-events: none !important }
        div[popover]::first-line, div[popover]::first-letter { color: transparent !important; font-size: 0 !important }
        ::backdrop { background: #fff !important; z-index: 9 !important }`;
      document.head.append(style);
    },
  },
  {
    name: 'declares custom properties by the names of the card',
    isHarmless: true,
    lure: ({ names }) => {
      for (const name of names) {
        CSS.registerProperty({ name, syntax: '<color>', inherits: false, initialValue: 'transparent' });
      }
    },
  },
  {
    name: 'gives names of fonts a font with letters of no size',
    isHarmless: true,
    lure: async () => {
      const style = document.createElement('style');
      const faces = [
        'system-ui',
        'sans-serif',
        'PingFang SC',
        'Noto Sans CJK SC',
        'Microsoft YaHei UI',
        'Arial',
      ];
      style.textContent = faces
        .map(
          name =>
            `@font-face{font-family:"${name}";src:local("DejaVu Sans Mono"),local("Noto Sans Mono");size-adjust:1%}`,
        )
        .join('');
      document.head.append(style);
      await Promise.allSettled([...document.fonts].map(font => font.load()));
    },
  },
  {
    name: 'lays something see-through over the card',
    lure: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff;border:0';
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'takes the cover away while the button is held down',
    lure: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.id = 'cover';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff;border:0';
      document.body.append(cover);
      cover.showPopover();
      addEventListener('pointerdown', () => cover.hidePopover(), { capture: true });
    },
  },
  {
    name: 'fights for the first place',
    lure: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff;border:0';
      document.body.append(cover);
      setInterval(() => {
        if (cover.matches(':popover-open')) cover.hidePopover();
        cover.showPopover();
      }, 50);
    },
  },
  {
    name: 'opens a dialog that lets presses through',
    lure: () => {
      const dialog = document.createElement('dialog');
      dialog.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;pointer-events:none;background:#fff';
      document.body.append(dialog);
      dialog.showModal();
    },
  },
  {
    name: 'fills the screen with something else',
    lure: () => {
      const style = document.createElement('style');
      style.textContent = 'dialog::backdrop { background: #fff; opacity: 1; pointer-events: none }';
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'pointer-events:none;opacity:0';
      document.head.append(style);
      document.body.append(dialog);
      dialog.showModal();
      dialog.inert = true;
    },
  },
  {
    name: 'puts the card into something see-through of its own',
    lure: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const box = document.createElement('div');
      box.style.cssText = 'opacity:0.01;position:fixed;inset:0;z-index:2147483647';
      document.body.append(box);
      box.append(host);
      host.showPopover();
      new MutationObserver(() => {
        if (host.parentNode !== box) box.append(host);
      }).observe(document, { childList: true, subtree: true });
    },
  },
  {
    name: 'carries the card off into a frame',
    lure: async () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const frame = document.createElement('iframe');
      frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;opacity:.01';
      document.body.append(frame);
      frame.contentDocument!.documentElement.append(host);
      host.showPopover();
    },
  },
  {
    name: 'takes the card out of the first place',
    lure: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
      document.body.append(cover);
      setInterval(() => {
        host.removeAttribute('popover');
        document.body.append(cover);
      }, 5);
    },
  },
  {
    name: 'shows a picture of itself while it changes over',
    lure: async () => {
      const style = document.createElement('style');
      style.textContent = `::view-transition, ::view-transition-group(*), ::view-transition-old(*) { pointer-events: none }
        ::view-transition-group(root), ::view-transition-old(root), ::view-transition-new(root) {
          animation-duration: 60s !important }
        ::view-transition-new(root) { opacity: 0 !important; animation: none !important }
        ::view-transition-old(root) { opacity: 0 !important; animation: none !important }
        ::view-transition { background: #fff }`;
      document.head.append(style);
      await document.startViewTransition(() => document.body.classList.add('changed')).ready;
    },
  },
  {
    name: 'keeps showing a picture of itself without anything that moves',
    lure: async () => {
      const style = document.createElement('style');
      style.textContent = `::view-transition, ::view-transition-group(*), ::view-transition-image-pair(*),
        ::view-transition-old(*), ::view-transition-new(*) { animation: none !important; pointer-events: none }
        ::view-transition-old(root), ::view-transition-new(root) { opacity: 0 !important }
        ::view-transition { background: #fff }`;
      document.head.append(style);
      const transition = document.startViewTransition(() => undefined) as ViewTransition & {
        waitUntil?(done: Promise<unknown>): void;
      };
      transition.waitUntil?.(new Promise(resolve => setTimeout(resolve, 60_000)));
      await transition.ready;
    },
  },
  {
    name: 'changes over a small part of itself that stands over everything',
    isHarmless: true,
    lure: async () => {
      const style = document.createElement('style');
      style.textContent = `.part { position: fixed; inset: auto auto 0 0; width: 9px; height: 9px; border: 0; contain: layout }
        .part::view-transition { position: fixed; inset: 0; width: 100vw; height: 100vh; background: #fff; pointer-events: none }
        .part::view-transition-group(*), .part::view-transition-old(*) { animation-duration: 60s !important }`;
      const part = document.createElement('div') as HTMLElement & {
        startViewTransition?(change: () => void): ViewTransition;
      };
      part.className = 'part';
      part.popover = 'manual';
      document.head.append(style);
      document.body.append(part);
      part.showPopover();
      await part.startViewTransition?.(() => part.append('x')).ready;
    },
  },
  {
    name: 'covers everything but the button',
    lure: ({ x, y }) => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      const hole = `M-9 -9H4000V4000H-9Z M${x - 120} ${y - 14}h240v28h-240z`;
      cover.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff;
        border:0;clip-path:path(evenodd,'${hole}')`;
      const style = document.createElement('style');
      style.textContent = '::backdrop { display: none }';
      document.head.append(style);
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'writes something else over the words above the button',
    lure: ({ x, y }) => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'You have won';
      cover.style.cssText = `position:fixed;inset:auto;left:${x - 140}px;top:${y - 240}px;width:280px;height:160px;
        margin:0;pointer-events:none;background:#fff;border:0`;
      const style = document.createElement('style');
      style.textContent = '::backdrop { display: none }';
      document.head.append(style);
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'covers the card with what something small casts around it',
    lure: () => {
      const small = document.createElement('div');
      small.popover = 'manual';
      small.style.cssText = `position:fixed;inset:0 auto auto 0;width:1px;height:1px;padding:0;border:0;margin:0;
        pointer-events:none;overflow:visible;box-shadow:0 0 0 4000px #fff;outline:4000px solid #fff`;
      document.body.append(small);
      small.showPopover();
    },
  },
  {
    name: 'covers the card with a letter that is larger than its place',
    lure: () => {
      const small = document.createElement('div');
      small.popover = 'manual';
      small.textContent = '\u2588\u2588\u2588\u2588';
      small.style.cssText = `position:fixed;inset:0 auto auto 0;width:1px;height:1px;padding:0;border:0;margin:0;color:#fff;
        pointer-events:none;overflow:visible;font:900px/1 monospace;white-space:nowrap`;
      document.body.append(small);
      small.showPopover();
    },
  },
  {
    name: 'opens something of no size with a large ground',
    lure: () => {
      const style = document.createElement('style');
      style.textContent = '.ground::backdrop { background: #fff; pointer-events: none }';
      const small = document.createElement('div');
      small.popover = 'manual';
      small.className = 'ground';
      small.style.cssText = 'width:0;height:0;padding:0;border:0;opacity:0;pointer-events:none';
      document.head.append(style);
      document.body.append(small);
      small.showPopover();
    },
  },
  {
    name: 'blurs what is behind something that cannot be seen',
    lure: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:none;border:0;
        backdrop-filter:blur(30px) invert(1)`;
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'lays a frame over the card',
    lure: () => {
      const cover = document.createElement('iframe');
      cover.popover = 'manual';
      cover.srcdoc = '<style>html{background:#fff}</style>';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;border:0;opacity:.99';
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'fills the screen with its body',
    lure: async () => {
      document.body.style.cssText = 'background:#fff;pointer-events:none;width:100vw;height:100vh';
      await document.body.requestFullscreen();
    },
  },
  {
    name: 'shows everything too small to be seen',
    moves: true,
    lure: () => {
      document.documentElement.style.cssText = 'zoom: 0.1 !important';
    },
  },
  {
    name: 'shows everything so large that the button is all there is',
    moves: true,
    lure: () => {
      document.documentElement.style.cssText = 'zoom: 8 !important';
    },
  },
  {
    name: 'opens something small elsewhere',
    isHarmless: true,
    lure: () => {
      const small = document.createElement('div');
      small.popover = 'manual';
      small.textContent = 'Saved';
      small.style.cssText = 'inset:0 auto auto 0;margin:0';
      document.body.append(small);
      small.showPopover();
    },
  },
  {
    name: 'lays the picture of a small part of itself over everything',
    lure: async () => {
      const style = document.createElement('style');
      style.textContent = `html { view-transition-name: none } h2 { view-transition-name: cover }
        ::view-transition, ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) {
          pointer-events: none; animation-duration: 60s !important }
        ::view-transition-group(cover) { position: fixed; inset: 0; width: 100vw !important; height: 100vh !important;
          transform: none !important; background: #fff }`;
      document.head.append(style);
      await document.startViewTransition(() => document.body.classList.add('changed')).ready;
    },
  },
];
