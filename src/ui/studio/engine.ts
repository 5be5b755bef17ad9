import { connectEngine } from '../../shell/index.ts';

/** The engine of this page. */
export const engine = connectEngine();
