import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { cached } from '../support/host/cache.mjs';
import { run } from '../support/host/machine.mjs';

/** The git, and what it loads: the C library of this machine may be too old for it. */
const PACKAGES = ['git', 'libc6', 'libpcre2-8-0', 'zlib1g'];

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Why {@link debianGit} cannot work on this machine; undefined where it can. */
export function whyNot() {
  if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(osRelease())) {
    return 'packages are only downloaded on Debian, as root';
  }
  return archive() === undefined ? 'apt knows no archive of Debian (run apt-get update)' : undefined;
}

/**
 * The git of another release of Debian, downloaded from where this machine has its packages, and only unpacked, into
 * a folder of the cache.
 * @param suite the release: `trixie`, `sid`, …
 * @returns the folder to put on PATH
 */
export async function debianGit(suite) {
  const place = await cached(`git-${suite}`, folder => unpack(suite, folder));
  return writeWrappers(realpathSync(place));
}

function unpack(suite, folder) {
  for (const name of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const sources = join(folder, 'sources.list');
  writeFileSync(sources, `deb [signed-by=${KEYRING}] ${archive()} ${suite} main\n`);
  const settings = {
    'Dir::Etc::SourceList': sources,
    'Dir::Etc::SourceParts': '-',
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::State::status': '/dev/null',
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const debs = join(folder, 'debs');
  run('apt-get', [...options, 'update'], { timeout: 300_000 });
  run('apt-get', [...options, 'download', ...PACKAGES], { cwd: debs, timeout: 300_000 });
  for (const deb of under(debs)) run('dpkg', ['-x', deb, join(folder, 'root')]);
  for (const name of ['lists', 'cache', 'debs']) rmSync(join(folder, name), { recursive: true });
}

/** Where this machine's own release comes from. */
function archive() {
  const [, release] = /^VERSION_CODENAME=(\S+)$/m.exec(osRelease()) ?? [];
  const targets = run('apt-get', ['indextargets', '--format', '$(RELEASE) $(REPO_URI)']).split('\n');
  return targets.find(target => target.startsWith(`${release} `))?.split(' ')[1];
}

/** Each program of git as a script that runs it with the C library of its own release. */
function writeWrappers(place) {
  const root = join(place, 'root');
  const bin = join(place, 'bin');
  const libraries = ['usr/lib', 'lib'].flatMap(lib =>
    under(join(root, lib)).filter(at => at.endsWith('-linux-gnu')),
  );
  const loader = libraries.flatMap(under).find(file => basename(file).startsWith('ld-linux'));
  const core = join(root, 'usr/lib/git-core');
  const git = join(core, 'git');
  const wrap = (name, program, ...args) => {
    const command = [loader, '--library-path', libraries.join(':'), program, ...args].join(' ');
    writeFileSync(join(bin, name), `#!/bin/sh\nGIT_EXEC_PATH=${bin} exec ${command} "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  };
  rmSync(bin, { recursive: true, force: true });
  mkdirSync(bin);
  for (const file of under(core)) {
    const name = basename(file);
    if (file !== git && realpathSync(file) === git) wrap(name, git, name.replace('git-', ''));
    else if (isProgram(file)) wrap(name, file);
    else symlinkSync(file, join(bin, name));
  }
  return bin;
}

function isProgram(file) {
  return statSync(file).isFile() && readFileSync(file).subarray(1, 4).toString() === 'ELF';
}

function under(folder) {
  return existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : [];
}

function osRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}
