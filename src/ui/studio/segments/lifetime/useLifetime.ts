import type { LifetimeView } from '../../../../engine/index.ts';
import { engine } from '../../engine.ts';
import { baseKey } from '../baseKey.ts';
import { tried } from '../tried.ts';
import { type ModelRun, useModelRun } from '../useModelRun.ts';

/** Lifetime value of the base under the settings that are tried. */
export function useLifetime(): ModelRun<LifetimeView> {
  const base = baseKey();
  const settings = tried.lifetime.value;
  const key = base && JSON.stringify([settings, base]);
  return useModelRun(key, (job, onProgress) => engine.lifetime(job, settings, onProgress));
}
