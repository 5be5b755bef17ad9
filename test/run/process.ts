import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a file of the project. */
export function inProject(...parts: string[]): string {
  return path.join(root, ...parts);
}

/** Ends a command with one sentence for the user instead of a stack. */
export class Stop extends Error {
  override name = 'Stop';
}

/** Runs a program in the project with its output shown; resolves to its exit code (1 where it could not start). */
export function run(
  program: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(program, options, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', error => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', code => resolve(code ?? 1));
  });
}

/** Runs a script of an installed package with this node. */
export function runTool(
  script: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  return run(process.execPath, [inProject('node_modules', script), ...options], env);
}

/** The newest time of change (milliseconds) among files and folders of the project; 0 where none exists. */
export function newestChange(...places: string[]): number {
  let newest = 0;
  for (const place of places) {
    const full = inProject(place);
    if (!existsSync(full)) continue;
    const entry = statSync(full);
    newest = Math.max(newest, entry.mtimeMs);
    if (!entry.isDirectory()) continue;
    for (const name of readdirSync(full)) newest = Math.max(newest, newestChange(path.join(place, name)));
  }
  return newest;
}
