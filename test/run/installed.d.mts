interface Packages {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

export function isInstalled(lock: Packages, installed: Packages | null): boolean;
