// The way into every command: `node test/run/setup.mjs <command> [options]`.
// Node built-ins only, for it runs before the dependencies are there; the commands are TypeScript beside it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInstalled } from './installed.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sentence to show where this node is too old, null where it serves: 20.19 and up, or 22.12 and up. */
export function nodeFault(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return null;
  return `Tierlens needs node 20.19 or newer (or 22.12 or newer); this is node ${version}. Install one from nodejs.org and run the command again.`;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return null;
  }
}

const dependenciesReady = () =>
  isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));

/** Installs the dependencies of the lock file where they are missing or old; one process at a time. */
function installDependencies() {
  if (dependenciesReady()) return;
  withLock(() => {
    if (dependenciesReady()) return;
    console.log('Installing the dependencies of package-lock.json …');
    const done = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) {
      stop('`npm ci` failed: see its output above. Is there a connection to the package registry?');
    }
  });
}

function withLock(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const lock = path.join(tmpdir(), `tierlens-setup-${name}`);
  const owner = path.join(lock, 'pid');
  while (!takeLock(lock)) {
    if (ownerIsGone(owner)) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  writeFileSync(owner, String(process.pid));
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function ownerIsGone(owner) {
  if (!existsSync(owner)) return false; // just being taken
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

async function main([command, ...options]) {
  const fault = nodeFault(process.version);
  if (fault) stop(fault);
  process.chdir(root);
  installDependencies();
  const { runnerImport } = await import('vite');
  const file = path.join(root, 'test/run', `${command}.ts`);
  const { NODE_ENV } = process.env;
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' });
  // Importing has declared this process a development server; a build in it would be a development build.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  try {
    process.exit(await module.default(options));
  } catch (error) {
    stop(error.name === 'Stop' ? error.message : error.stack);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
