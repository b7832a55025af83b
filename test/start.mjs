/**
 * `npm start [-- PATH]`: opens VS Code with Milepost on PATH, or on a generated sample project. Desktop
 * VS Code when `code` is there, else the VS Code server, shown in the browser.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, cacheFolder } from './support/host/cache.mjs';
import { installDependencies } from './support/host/dependencies.mjs';
import { provide, run, which } from './support/host/machine.mjs';
import { startServer } from './support/host/server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The port that is tried first, so that a bookmark and the browser's memory of the layout stay good. */
const usualPort = 8642;

/** The sample of today, made once a day: its dates are relative to today. */
async function sampleFolder() {
  const source = join(root, 'src/sample');
  const hash = createHash('sha256');
  for (const file of readdirSync(source, { recursive: true }).sort()) {
    if (file.endsWith('.ts')) hash.update(readFileSync(join(source, file)));
  }
  const today = new Date().toISOString().slice(0, 10);
  const name = `sample-${today}-${hash.digest('hex').slice(0, 8)}`;
  for (const old of readdirSync(cacheFolder())) {
    if (/^sample-\d/.test(old) && !old.startsWith(name))
      rmSync(join(cacheFolder(), old), { recursive: true });
  }
  const folder = await cached(name, draft => {
    console.log('generating the sample project …');
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    run(process.execPath, [tsx, join(root, 'test/support/sample/generate.ts'), join(draft, 'sample')], {
      cwd: root,
    });
  });
  return join(folder, 'sample');
}

/** Where to look first: Milepost's views are behind an icon that is easy to miss. */
const whatToDo = 'Click the Milepost icon in the bar on the left.';

/** A folder of installed extensions that holds only this checkout, as it is built at the moment. */
function extensionsFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-extensions-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  symlinkSync(root, join(folder, `milepost.milepost-${version}`));
  return folder;
}

async function openInBrowser(folder) {
  const server = await startServer({ extensionsDir: extensionsFolder(), port: usualPort });
  console.log(`\nVS Code with Milepost on ${folder} runs until Ctrl-C. Open\n`);
  console.log(`    ${server.url}/?${new URLSearchParams({ folder })}\n\n${whatToDo}\n`);
}

function openOnDesktop(code, folder) {
  const args = [`--extensionDevelopmentPath=${root}`, '--disable-workspace-trust', folder];
  const { status } = spawnSync(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${code} ended with ${status}.`);
  console.log(`VS Code is open with Milepost on ${folder}.\n${whatToDo}`);
}

function folderToOpen(path) {
  if (path === undefined) return sampleFolder();
  const folder = resolve(process.env.INIT_CWD ?? '', path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`Not a folder: ${folder}`);
  return folder;
}

try {
  provide({ git: ['git'] });
  installDependencies(root);
  run(process.execPath, ['esbuild.mjs'], { cwd: root });
  const folder = await folderToOpen(process.argv[2]);
  const code = which('code');
  await (code ? openOnDesktop(code, folder) : openInBrowser(folder));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
