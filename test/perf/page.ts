import { bench } from './engine.ts';
import { benchIntake, bringMadeIn, makeOrders } from './intake-in-page.ts';
import { benchRecompute } from './recompute-in-page.ts';
import { benchStore } from './store-in-page.ts';

// What a page of the benchmark can be asked to do.
Object.assign(globalThis, {
  benchEngine: bench,
  benchIntake,
  benchRecompute,
  benchStore,
  bringMadeIn,
  makeOrders,
});
