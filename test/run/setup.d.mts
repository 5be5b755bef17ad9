interface Packages {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

export function nodeFault(version: string): string | null;
export function isInstalled(lock: Packages, installed: Packages | null): boolean;
