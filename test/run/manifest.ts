/** The permissions that the product asks for at installation; one more is a decision, not an accident. */
export const permissions = [
  'activeTab',
  'alarms',
  'offscreen',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
] as const;

interface Manifest {
  readonly manifest_version?: number;
  readonly version?: string;
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly externally_connectable?: unknown;
  readonly key?: string;
  readonly content_security_policy?: { readonly extension_pages?: string };
}

/** What in a built manifest would surprise a user or the store; empty where it is fit. */
export function manifestFaults(manifest: Manifest): string[] {
  const faults: string[] = [];
  const policy = manifest.content_security_policy?.extension_pages ?? '';
  if (manifest.manifest_version !== 3) faults.push('it is not manifest version 3');
  if (!/^\d+(\.\d+){0,3}$/.test(manifest.version ?? ''))
    faults.push('the version is not one to four numbers');
  if (!policy.includes("script-src 'self'"))
    faults.push('the policy does not confine scripts to the package');
  if (/unsafe-eval|unsafe-inline|https?:/.test(policy.replaceAll("'wasm-unsafe-eval'", ''))) {
    faults.push('the policy lets scripts be evaluated or loaded from outside');
  }
  if ((manifest.web_accessible_resources ?? []).length > 0)
    faults.push('pages can read files of the package');
  if ((manifest.host_permissions ?? []).length > 0) faults.push('it takes hosts at installation');
  if ((manifest.content_scripts ?? []).length > 0) faults.push('it runs on pages that nobody allowed');
  if (manifest.externally_connectable !== undefined) faults.push('pages can talk to it');
  if (manifest.key !== undefined) faults.push('it carries a key of its own');
  const asked = [...(manifest.permissions ?? [])].sort();
  if (asked.join() !== permissions.join()) faults.push(`it asks for ${asked.join(', ')}`);
  return faults;
}
