import { signal } from '@preact/signals';
import type { Workspace } from '../../engine/index.ts';
import { engine } from './engine.ts';
import { report } from './report.ts';

/** The workspace at a glance, null until the engine has answered for the first time. */
export const workspace = signal<Workspace | null>(null);

/** Reads the workspace again: after everything that may have changed it. */
export async function readWorkspace(): Promise<void> {
  try {
    workspace.value = await engine.workspace();
  } catch (problem) {
    report(problem);
  }
}

/** Reads it whenever the user comes back to the studio: popup and panel can add customers. */
export function followWorkspace(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void readWorkspace();
  });
}
