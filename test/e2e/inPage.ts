import { build } from 'vite';
import { inProject } from '../run/process.ts';

/** A module of the product, built so that it can run in any page, where its exports are `window.product`. */
export async function productIn(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: inProject(entry), formats: ['iife'], name: 'product' } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error(`${entry} was not built`);
  return output.output[0].code.replace(/^(?:var|let|const) product/, 'window.product');
}
