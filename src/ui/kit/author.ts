const key = 'tierlens.author';

/** Who last published in this browser, '' where nobody has said. */
export function readAuthor(): string {
  return localStorage.getItem(key) ?? '';
}

export function keepAuthor(name: string): void {
  if (name) localStorage.setItem(key, name);
  else localStorage.removeItem(key);
}
