/** The version of the extension that is running, as the browser knows it. */
export function installedVersion(): string {
  return chrome.runtime.getManifest().version;
}
