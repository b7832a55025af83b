import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of an executable on PATH, or undefined. */
export function which(name) {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`, name] : [name];
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(file => join(folder, file)));
  return candidates.find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a command with its output hidden; throws with the end of that output when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20, ...options });
  if (result.status === 0) return result.stdout;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  throw new Error(`${command} ${args.join(' ')} failed:\n${output.split('\n').slice(-30).join('\n')}`);
}

let listsAreFresh = false;

/**
 * Makes sure that every executable is on PATH. `wanted` maps an executable to the Debian packages that
 * bring it. On Debian as root they are installed; elsewhere throws, saying which and how.
 */
export function provide(wanted) {
  const missing = Object.keys(wanted).filter(name => !which(name));
  if (missing.length === 0) return;
  const packages = missing.flatMap(name => wanted[name]);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isDebian() || process.getuid?.() !== 0) {
    const how = isDebian() ? `As root: ${command}` : 'Install it with the package manager of this system.';
    throw new Error(`Missing on this machine: ${missing.join(', ')}. ${how}`);
  }
  console.log(`installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!listsAreFresh) run('apt-get', ['update'], { env });
  listsAreFresh = true;
  run('apt-get', command.split(' ').slice(1), { env });
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
