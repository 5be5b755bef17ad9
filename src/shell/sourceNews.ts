import { ask } from './client.ts';

const CHANNEL = 'tierlens sources';

/** Tells the background and all pages that sources were fetched or changed. */
export async function announceSources(): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
  await ask('sourcesChanged', {});
}

/** Calls after sources were fetched or changed by another page, until `signal` aborts. */
export function watchSources(listener: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  signal.addEventListener('abort', () => channel.close());
}
