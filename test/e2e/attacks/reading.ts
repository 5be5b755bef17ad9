/** What a page could do to learn something of the card. Runs in the page, in the page's own world. */
export interface ReadingAttack {
  readonly name: string;
  /** Before anything of the page runs. */
  readonly prepare?: () => void;
  /** Whether a person's mouse goes over the card, scrolls on it and presses beside its buttons meanwhile. */
  readonly mouse?: true;
  /** Everything that was learned, as data. Must be the same whoever is writing. */
  readonly observe: () => unknown;
}

declare global {
  interface Window {
    /** What an attack gathers before it is asked. */
    gathered: unknown[];
    /** Words that stand on cards. */
    words: readonly string[];
  }
}

export const readingAttacks: readonly ReadingAttack[] = [
  {
    name: 'walks, copies and serialises the document',
    observe: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const roots = [...document.querySelectorAll('*')].filter(each => each.shadowRoot).length;
      const copy = host.cloneNode(true) as HTMLElement;
      return [
        roots,
        host.outerHTML,
        host.innerText,
        host.textContent,
        copy.shadowRoot,
        new XMLSerializer().serializeToString(host),
        document.documentElement.getHTML({ serializableShadowRoots: true }).includes('shadowroot'),
        document.documentElement.innerText.includes('@'),
        window.length,
        document.styleSheets.length + document.adoptedStyleSheets.length,
        host.getHTML({ serializableShadowRoots: true }),
        document.evaluate('count(//*)', document, null, XPathResult.NUMBER_TYPE).numberValue,
        document.createTreeWalker(host).nextNode(),
        document.adoptNode(host.cloneNode(true)).childNodes.length,
        host.getAnimations({ subtree: true }).length,
      ];
    },
  },
  {
    name: 'opens the root of the card by its own hand',
    observe: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const tryTo = (deed: () => unknown) => {
        try {
          return String(deed());
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        tryTo(() => host.attachShadow({ mode: 'open', clonable: true, serializable: true })),
        tryTo(() => host.attachInternals().shadowRoot),
        tryTo(() => {
          host.setHTMLUnsafe('<template shadowrootmode="open"><slot></slot></template>words');
          return [host.shadowRoot, host.firstElementChild?.tagName, host.innerText];
        }),
        tryTo(() => customElements.define('a-card', class extends HTMLDivElement {}, { extends: 'div' })),
        tryTo(() => host.shadowRoot),
      ];
    },
  },
  {
    name: 'makes itself an editor and selects, copies and prints what it edits',
    observe: () => {
      document.designMode = 'on';
      document.documentElement.contentEditable = 'true';
      const heard: unknown[] = [];
      document.addEventListener('copy', event => heard.push(event.clipboardData?.types.join()));
      document.execCommand('selectAll');
      const selection = getSelection()!;
      const range = selection.getRangeAt(0);
      document.execCommand('copy');
      document.execCommand('bold');
      const composed = (
        selection as unknown as { getComposedRanges?(of: object): readonly StaticRange[] }
      ).getComposedRanges?.({ shadowRoots: [] });
      return [
        selection.toString().replace(/\s+/g, ' '),
        range.cloneContents().textContent?.includes('Nothing'),
        composed?.map(each => [each.startContainer.nodeName, each.endContainer.nodeName]),
        heard,
      ];
    },
  },
  {
    name: 'has the browser report what breaks its policy',
    prepare: () => {
      window.gathered = [];
      document.addEventListener('securitypolicyviolation', event => {
        window.gathered.push([event.effectiveDirective, event.blockedURI, event.sourceFile]);
      });
      new ReportingObserver(reports => window.gathered.push(...reports.map(each => each.type)), {
        buffered: true,
      }).observe();
      addEventListener('error', event => window.gathered.push(event.message), { capture: true });
      addEventListener('unhandledrejection', event => window.gathered.push(String(event.reason)));
    },
    observe: () => window.gathered,
  },
  {
    name: 'measures the card',
    observe: async () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const style = getComputedStyle(host);
      const { contentRect } = await new Promise<ResizeObserverEntry>(resolve =>
        new ResizeObserver(entries => resolve(entries[0]!)).observe(host),
      );
      return [
        host.getBoundingClientRect().toJSON(),
        contentRect.toJSON(),
        [host.scrollWidth, host.scrollHeight, host.offsetWidth, host.offsetHeight, host.clientHeight],
        [...host.getClientRects()].length,
        [...style].map(name => `${name}: ${style.getPropertyValue(name)}`).join(';'),
        [...host.computedStyleMap()].length,
      ];
    },
  },
  {
    name: 'feels for its outline, point by point',
    observe: () => {
      const host = document.documentElement.lastElementChild;
      let outline = '';
      for (let y = 4; y < innerHeight; y += 12) {
        for (let x = 4; x < innerWidth; x += 12) {
          const caret = document.caretPositionFromPoint(x, y)?.offsetNode;
          outline += document.elementFromPoint(x, y) === host ? (caret === host ? 'h' : 'H') : '.';
        }
      }
      return outline;
    },
  },
  {
    name: 'asks the browser which of its own parts are covered',
    observe: async () => {
      const grid = document.createElement('div');
      grid.style.cssText = 'position:fixed;inset:0;display:grid;grid-template-columns:repeat(32,1fr)';
      for (let i = 0; i < 32 * 20; i++) grid.append(document.createElement('i'));
      document.body.append(grid);
      const seen = new Map<Element, boolean>();
      await new Promise<void>(resolve => {
        const options = { trackVisibility: true, delay: 100 } as IntersectionObserverInit;
        const observer = new IntersectionObserver(entries => {
          for (const entry of entries)
            seen.set(entry.target, (entry as { isVisible?: boolean }).isVisible === true);
          if (seen.size === grid.children.length) resolve();
        }, options);
        for (const cell of grid.children) observer.observe(cell);
      });
      return [...grid.children].map(cell => (seen.get(cell) ? '.' : 'H')).join('');
    },
  },
  {
    name: 'has the browser search for words of the card',
    observe: () =>
      window.words.map(word => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find(...all: unknown[]): boolean }).find(
          word,
          false,
          false,
          true,
          false,
          true,
        );
      }),
  },
  {
    name: 'selects everything and copies it',
    observe: () => {
      const heard: unknown[] = [];
      document.addEventListener('copy', event => heard.push(event.clipboardData?.getData('text/plain')));
      const selection = getSelection()!;
      document.execCommand('selectAll');
      const all = selection.toString().includes('@');
      selection.selectAllChildren(document.documentElement);
      selection.modify('extend', 'forward', 'documentboundary');
      document.execCommand('copy');
      const host = document.documentElement.lastElementChild!;
      return [
        all,
        selection.containsNode(host, true),
        selection.rangeCount,
        heard,
        document.activeElement?.tagName,
      ];
    },
  },
  {
    name: 'gives fonts of its own to every letter',
    prepare: () => {
      const names = [
        ...['system-ui', 'sans-serif', 'ui-sans-serif', '-apple-system', 'PingFang SC', 'Microsoft YaHei'],
        ...[
          'Microsoft YaHei UI',
          'Noto Sans CJK SC',
          'Segoe UI',
          'Roboto',
          'Arial',
          'DejaVu Sans',
          'Helvetica',
        ],
      ];
      const rule = (name: string) => `@font-face{font-family:"${name}";src:url(/font?${name})}`;
      const style = document.createElement('style');
      style.textContent = `${names.map(rule).join('')} html{font-family:monospace}`;
      const add = () => document.documentElement?.append(style);
      new MutationObserver((_, observer) => {
        observer.disconnect();
        add();
      }).observe(document, { childList: true });
    },
    observe: () => [...document.fonts].map(font => `${font.family} ${font.status}`),
  },
  {
    name: 'reads the times at which things were painted, moved and run',
    prepare: () => {
      window.gathered = [];
      const kinds = [
        'largest-contentful-paint',
        'layout-shift',
        'element',
        'resource',
        'long-animation-frame',
        'event',
        'first-input',
        'container',
        'interaction-contentful-paint',
        'mark',
        'measure',
      ].filter(type => PerformanceObserver.supportedEntryTypes.includes(type));
      for (const type of kinds) {
        new PerformanceObserver(list => {
          for (const entry of list.getEntries() as (PerformanceEntry & Record<string, unknown>)[]) {
            if (entry.element instanceof Element) continue; // of the page itself
            if (type === 'resource' && entry.name.startsWith(location.origin)) continue;
            if (type === 'long-animation-frame') {
              const scripts = (entry.scripts as { sourceURL: string }[]).map(each => each.sourceURL);
              window.gathered.push(...scripts.filter(url => !url.startsWith(location.origin)));
            } else window.gathered.push([type, entry.size ?? entry.value ?? entry.name]);
          }
        }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
      }
    },
    observe: async () => {
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 200))); // told after the painting
      return [window.gathered, document.getAnimations().length];
    },
  },
  {
    name: 'listens to every event on its way',
    mouse: true,
    prepare: () => {
      window.gathered = [];
      const kinds = Object.keys(Window.prototype).concat(
        Object.keys(window),
        Object.keys(HTMLElement.prototype),
      );
      const events = new Set(kinds.filter(kind => kind.startsWith('on')).map(kind => kind.slice(2)));
      const kept: Event[] = [];
      for (const kind of [...events, 'focusin', 'focusout']) {
        if (/error|load|state|visibility|page|hash|storage|message|move|rawupdate|idle/.test(kind)) continue;
        addEventListener(
          kind,
          event => {
            kept.push(event);
            const path = event.composedPath().map(each => (each as Element).tagName ?? each.constructor.name);
            const { target, relatedTarget } = event as MouseEvent;
            const place = [target, relatedTarget].map(each => (each as Element | null)?.tagName ?? '');
            window.gathered.push([event.type, path, place, document.activeElement?.tagName]);
          },
          { capture: true, passive: true },
        );
      }
      Object.assign(window, { kept });
    },
    observe: () => {
      const { kept } = window as unknown as { kept: Event[] };
      return [window.gathered, kept.map(event => [event.type, event.defaultPrevented]), scrollY];
    },
  },
  {
    name: 'has put itself between the script and the browser',
    prepare: () => {
      window.gathered = [];
      const spy = (owner: object, name: string) => {
        const row = Object.getOwnPropertyDescriptor(owner, name);
        if (!row) return;
        const told = (kind: string) =>
          function (this: unknown, ...values: unknown[]) {
            window.gathered.push([kind, name, values.map(String)]);
            return (row[kind as 'value'] as (...all: unknown[]) => unknown).apply(this, values);
          };
        if (typeof row.value === 'function')
          Object.defineProperty(owner, name, { ...row, value: told('value') });
        if (row.set) Object.defineProperty(owner, name, { ...row, set: told('set') });
      };
      for (const owner of [
        Element,
        HTMLElement,
        Node,
        Document,
        ShadowRoot,
        EventTarget,
        CSSStyleSheet,
        Event,
      ]) {
        for (const name of Object.getOwnPropertyNames(owner.prototype)) {
          if (name !== 'constructor') spy(owner.prototype, name);
        }
      }
      for (const name of ['parse', 'stringify']) spy(JSON, name);
      for (const name of ['map', 'find', 'push', 'join']) {
        const plain = Array.prototype[name as 'map'];
        if (name === 'push') continue;
        Object.defineProperty(Array.prototype, name, {
          value(this: unknown[], ...values: [never]) {
            if (this.some(each => /"(?:tier|segments)"/.test(String(each)))) window.gathered.push(name);
            return plain.apply(this, values);
          },
        });
      }
      for (const name of [
        'reply',
        'cards',
        'contact',
        'email',
        'tier',
        'segments',
        'appearance',
        'words',
        'then',
      ]) {
        Object.defineProperty(Object.prototype, name, {
          configurable: true,
          set(value: unknown) {
            window.gathered.push(['Object.prototype', name]);
            Object.defineProperty(this, name, {
              value,
              writable: true,
              configurable: true,
              enumerable: true,
            });
          },
        });
      }
      for (const name of [
        'MutationObserver',
        'IntersectionObserver',
        'AbortController',
        'Promise',
      ] as const) {
        const plain = window[name] as unknown as new (...all: unknown[]) => object;
        Object.defineProperty(window, name, {
          value: new Proxy(plain, {
            construct(target, values) {
              window.gathered.push(['new', name]);
              return Reflect.construct(target, values);
            },
          }),
        });
      }
      window.gathered.length = 0;
    },
    observe: () => window.gathered.map(String),
  },
  {
    name: 'listens to messages of every kind',
    prepare: () => {
      window.gathered = [];
      addEventListener('message', event => window.gathered.push(event.data));
      addEventListener('storage', () => window.gathered.push('storage'));
      for (const name of ['tierlens', 'tierlens sources']) {
        new BroadcastChannel(name).onmessage = event => window.gathered.push(event.data);
      }
      Object.defineProperty(window, 'postMessage', {
        value: (...values: unknown[]) => window.gathered.push(values),
      });
    },
    observe: async () => [
      window.gathered,
      await indexedDB.databases(),
      await caches.keys(),
      await navigator.locks.query(),
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      document.cookie,
      typeof (window as unknown as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      Object.keys(window).filter(key => /tierlens/i.test(key)),
    ],
  },
  {
    name: 'asks for the accessibility of what it sees',
    observe: async () => {
      const host = document.documentElement.lastElementChild as HTMLElement & Record<string, unknown>;
      const ask = (window as unknown as Record<string, ((of: Element) => Promise<unknown>) | undefined>)
        .getComputedAccessibleNode;
      host.ariaLabel = host.ariaLabel ?? null;
      document.body.ariaOwnsElements = [host];
      const attributes = Object.keys(Element.prototype).filter(name => name.startsWith('aria'));
      return [
        attributes.map(name => String(host[name])),
        [host.computedName, host.computedRole, host.role].map(String),
        ask ? JSON.stringify(await ask(host)) : null,
      ];
    },
  },
  {
    name: 'watches when the card comes and what changes of it',
    prepare: () => {
      window.gathered = [];
      new MutationObserver(records => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
          if (target !== document.documentElement && target.parentNode !== document.documentElement) continue;
          if ([document.body, document.head].includes(target as HTMLElement)) continue;
          const names = [...addedNodes, ...removedNodes].map(node => node.nodeName);
          if (names.includes('BODY') || names.includes('HEAD') || names.includes('#text')) continue;
          window.gathered.push([type, target.nodeName, attributeName, names]);
        }
      }).observe(document, { childList: true, attributes: true, subtree: true, characterData: true });
      for (const kind of [
        'toggle',
        'beforetoggle',
        'scroll',
        'slotchange',
        'animationstart',
        'transitionrun',
      ]) {
        addEventListener(kind, event => window.gathered.push(event.type), { capture: true });
      }
    },
    observe: () => window.gathered,
  },
];
