import { signal } from '@preact/signals';
import { importTexts } from '../../i18n/studio.ts';
import { t, toast } from '../kit/index.ts';
import { engine } from './engine.ts';
import { runJob } from './jobs.ts';
import { report } from './report.ts';
import { go } from './route.ts';
import { renewSession } from './rules/session.ts';
import { readWorkspace, workspace } from './workspace.ts';

/** What the sample dialog shows: nothing, the question before an erasure, or the progress. */
export const sampleState = signal<'closed' | 'asking' | 'loading'>('closed');

/** The same company for everybody: screenshots and guides can name its people. */
const seed = 20260101;

/** Loads the sample workspace; where the base is not empty, asks before erasing it. */
export async function wantSample(): Promise<void> {
  await readWorkspace();
  if (workspace.value?.customers) sampleState.value = 'asking';
  else await loadSample();
}

/** Erases what is there and loads the sample. */
export async function replaceWithSample(): Promise<void> {
  try {
    await engine.erase();
  } catch (problem) {
    sampleState.value = 'closed';
    report(problem);
    return;
  }
  await loadSample();
}

async function loadSample(): Promise<void> {
  sampleState.value = 'loading';
  try {
    await runJob('sample', (id, onProgress) => engine.loadSample(id, seed, onProgress));
    toast(t(importTexts.sampleDone));
    go('rules');
  } catch (problem) {
    report(problem);
  } finally {
    sampleState.value = 'closed';
    await readWorkspace();
    renewSession();
  }
}
