import { signal } from '@preact/signals';

/** The customer that rules are explained for. */
export interface Whose {
  readonly id: string;
  readonly name: string;
}

const key = 'why:customer';

/** Whom the Why tab is about, as last chosen in this browser; null before the first choice. */
export const whose = signal<Whose | null>(stored());

/** Explains the rules for this customer from now on. */
export function explainFor(customer: Whose | null): void {
  whose.value = customer;
  if (customer) localStorage.setItem(key, JSON.stringify(customer));
  else localStorage.removeItem(key);
}

function stored(): Whose | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    const { id, name } = found as Partial<Whose>;
    return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
  } catch {
    return null; // written by something else: as good as nothing
  }
}
