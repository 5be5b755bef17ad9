import type { ChurnView } from '../../../../engine/index.ts';
import { engine } from '../../engine.ts';
import { baseKey } from '../baseKey.ts';
import { tried } from '../tried.ts';
import { type ModelRun, useModelRun } from '../useModelRun.ts';

/** Churn of the base under the settings that are tried. */
export function useChurn(): ModelRun<ChurnView> {
  const base = baseKey();
  const settings = tried.churn.value;
  const key = base && JSON.stringify([settings, base]);
  return useModelRun(key, (job, onProgress) => engine.churn(job, settings, onProgress));
}
