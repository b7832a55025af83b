import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './machine.mjs';

/** Installs what the lock file names, unless exactly that is installed already. */
export function installDependencies(root) {
  if (isInstalled(root)) return;
  console.log('installing dependencies …');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
}

/** npm keeps a lock file of what it has put into node_modules, written when it is done. */
function isInstalled(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(installed);
  return Object.entries(wanted).every(
    // Optional packages are for other platforms, '' is the project itself.
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
