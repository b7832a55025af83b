/**
 * Runs one suite in the extension host: `node test/integration/run.mjs SUITE RESULTS`. RESULTS is the file
 * that gets mocha's results as JSON. Build first (`npm run build`, `node esbuild.mjs --tests`).
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { emptyWorkspace } from '../support/host/emptyWorkspace.mjs';
import { serverRunsHere } from '../support/host/install.mjs';
import { planFolder } from '../support/host/planFolder.mjs';
import { recordingGit } from '../support/host/recordingGit.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const standIn = join(root, 'test/support/host/codeStandIn.mjs');

/** How long the desktop build may take to answer before the server is used instead, in milliseconds. */
const patience = 10_000;

/** Desktop VS Code where there is a display and it can be fetched, else the server behind our stand-in. */
async function executable() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (serverRunsHere && !display) return standIn;
  try {
    return await downloadAndUnzipVSCode({ timeout: patience });
  } catch (error) {
    if (!serverRunsHere) throw error;
    console.log(`desktop VS Code cannot be fetched (${error.message}); using the server`);
    return standIn;
  }
}

/** Most suites work in a folder with a plan; in `roots`, folders come and go. */
function whatToOpen(suite) {
  if (suite === 'roots') {
    const { file, remove } = emptyWorkspace();
    return { opened: file, remove };
  }
  const { folder, remove } = planFolder();
  return { opened: folder, remove };
}

/**
 * A suite in Restricted Mode needs the stand-in: `runTests` always trusts the desktop's workspace. Every git that is
 * started there is written down.
 */
async function runSuite(suite, results) {
  const trusted = suite !== 'untrusted';
  const vscodeExecutablePath = trusted ? await executable() : standIn;
  const { opened, remove } = whatToOpen(suite);
  const git = trusted ? undefined : recordingGit();
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out/integration/index.js'),
      extensionTestsEnv: {
        MILEPOST_SUITE: suite,
        MILEPOST_RESULTS: resolve(results),
        MILEPOST_TRUST: trusted ? 'on' : 'off',
        ...git?.env,
      },
      launchArgs: [opened],
    });
  } finally {
    remove();
    git?.remove();
  }
}

const [suite, results] = process.argv.slice(2);
try {
  await runSuite(suite, results);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
