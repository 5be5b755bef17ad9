import { signal } from '@preact/signals';
import type {
  ChurnSettings,
  LadderSettings,
  LifetimeSettings,
  NextSettings,
  RfmSettings,
  ScoreSettings,
} from '../../../engine/index.ts';

/** The settings of each model that are being tried, null = those that are published. They stay while one looks at names. */
export const tried = {
  rfm: signal<RfmSettings | null>(null),
  ladder: signal<LadderSettings | null>(null),
  score: signal<ScoreSettings | null>(null),
  churn: signal<ChurnSettings | null>(null),
  lifetime: signal<LifetimeSettings | null>(null),
  next: signal<NextSettings | null>(null),
};

/** Back to what is published of a model. */
export function discard(model: keyof typeof tried): void {
  tried[model].value = null;
}
