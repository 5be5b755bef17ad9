import { useEffect, useState } from 'preact/hooks';
import type { Pack } from '../../../../engine/index.ts';
import { watchPolicy } from '../../../../shell/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';

/** The packs that the organisation has set, and what is wrong with those that cannot be used. */
export interface PresetPacks {
  readonly packs: readonly Pack[];
  /** `position` counts from 1. */
  readonly faults: readonly { readonly position: number; readonly fault: unknown }[];
}

/** Follows the packs of the policy while the component is shown. */
export function usePreset(): PresetPacks {
  const [preset, setPreset] = useState<PresetPacks>({ packs: [], faults: [] });
  useEffect(() => {
    const gone = new AbortController();
    let last: readonly string[] = [];
    watchPolicy(
      policy => {
        last = policy.packs;
        void readAll(policy.packs).then(read => {
          if (last === policy.packs && !gone.signal.aborted) setPreset(read);
        });
      },
      report,
      gone.signal,
    );
    return () => gone.abort();
  }, []);
  return preset;
}

/** Each for itself: one that is broken keeps no other away. */
async function readAll(contents: readonly string[]): Promise<PresetPacks> {
  const read = await Promise.allSettled(contents.map(content => engine.readPack(content)));
  const packs = read.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
  return {
    packs: packs.filter(({ checksum }, at) => packs.findIndex(each => each.checksum === checksum) === at),
    faults: read.flatMap((each, at) =>
      each.status === 'rejected' ? [{ position: at + 1, fault: each.reason }] : [],
    ),
  };
}
