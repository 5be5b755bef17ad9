import { signal } from '@preact/signals';

/** The screens of the studio, in the order of the rail. */
export const screens = [
  'rules',
  'customers',
  'segments',
  'import',
  'duplicates',
  'quality',
  'audit',
  'settings',
  'reference',
] as const;
export type Screen = (typeof screens)[number];

/** What the address asks for: a screen, and one thing on it (`#/customers/<id>`), '' for none. */
export interface Route {
  readonly screen: Screen;
  readonly id: string;
}

/** The route written in a location hash; anything unknown leads to the rules. */
export function readRoute(hash: string): Route {
  const [screen, ...rest] = hash.replace(/^#?\/?/, '').split('/');
  const known = screens.find(each => each === screen);
  if (!known) return { screen: 'rules', id: '' };
  return { screen: known, id: decode(rest.join('/')) };
}

/** The location hash of a route. */
export function hashOf(route: Route): string {
  return `#/${route.screen}${route.id ? `/${encodeURIComponent(route.id)}` : ''}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a hand-written address with a stray %
  }
}

/** Where the studio is. Follows the address bar once `followAddress` was called. */
export const route = signal<Route>({ screen: 'rules', id: '' });

/** Keeps `route` at the address, also through back and forward. */
export function followAddress(): void {
  const read = () => {
    route.value = readRoute(location.hash);
  };
  addEventListener('hashchange', read);
  read();
}

/** Goes to a screen, or to one thing on it. */
export function go(screen: Screen, id = ''): void {
  location.hash = hashOf({ screen, id });
}
