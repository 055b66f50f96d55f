// What npm start and npm test share: dependencies and build, each only when missing or out of date. Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program in the project's folder; stops this process with its exit status when it fails. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  const result = spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 2], shell, ...options });
  if (result.error) fail(`cannot run ${command}: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Runs a file of an installed package with this Node. */
export function runPackage(file, args, options = {}) {
  run(process.execPath, [join(root, 'node_modules', file), ...args], { shell: false, ...options });
}

export function fail(message) {
  process.stderr.write(`entente: ${message}\n`);
  process.exit(1);
}

/** Installs what package-lock.json names, unless node_modules already holds it. */
export function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old; install Node 20.19 or later`);
  }
  const installed = join(root, 'node_modules', '.package-lock.json');
  const fresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  process.stderr.write('Installing packages (once) …\n');
  // Not `npm ci`: it stops where a registry lacks an optional package of another platform. The lock file still decides.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Compiles src/ to dist/ when a source is newer than the last build. */
export function ensureBuild() {
  const stamp = join(root, 'dist', '.built');
  if (existsSync(stamp) && newest(join(root, 'src')) <= statSync(stamp).mtimeMs) return;
  process.stderr.write('Building …\n');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')], { shell: false });
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const time = entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    if (time > latest) latest = time;
  }
  return latest;
}
