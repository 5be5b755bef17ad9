import type { LadderSettings, LadderView } from '../../../../engine/index.ts';

/** The thresholds of today as values that stay; as they are where they are not known. */
export function inValues(settings: LadderSettings, { levels, kind }: LadderView): Partial<LadderSettings> {
  if (settings.by === 'value' || kind === null) return {};
  const tidy = (value: number) => {
    const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 2);
    return digits > 1 ? Math.round(value / digits) * digits : Math.round(value * 1000) / 1000;
  };
  return {
    by: 'value',
    levels: settings.levels.map(({ name }, place) => {
      const { enter, keep } = levels[place] ?? { enter: 0, keep: 0 };
      return { name, enter: tidy(enter ?? 0), keep: tidy(keep ?? enter ?? 0) };
    }),
  };
}

/** Thresholds that fit any measure: the shares that have each level now, in steps of five percent. */
export function inQuantiles(settings: LadderSettings, { levels }: LadderView): Partial<LadderSettings> {
  if (settings.by === 'quantile') return {};
  const count = settings.levels.length;
  let above = 0;
  let before = 1;
  return {
    by: 'quantile',
    levels: settings.levels.map(({ name }, place) => {
      above += levels[place]?.share ?? 0;
      const highest = before - 0.05;
      const enter = Math.max(0.05 * (count - place), Math.min(highest, Math.round((1 - above) * 20) / 20));
      before = enter;
      return { name, enter: share(enter), keep: share(Math.max(0, enter - 0.05)) };
    }),
  };
}

function share(value: number): number {
  return Math.round(value * 1000) / 1000;
}
