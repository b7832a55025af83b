import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installServer } from './install.mjs';
import { run } from './machine.mjs';

/** Settings that make runs comparable: nothing asks, nothing saves by itself, no second side bar. */
const machineSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** A port that was free a moment ago: `wanted` if it is, else any. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error => (wanted ? freePort().then(resolve, reject) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

/**
 * Starts a VS Code server with data folders of its own, which are removed when it stops.
 *
 * @param {object} options
 * @param {string} [options.vsix] a packaged extension to install
 * @param {string} [options.extensionsDir] the folder of installed extensions, instead of a fresh one
 * @param {object} [options.settings] machine settings beside the ones above
 * @param {boolean} [options.trust] false leaves every workspace in Restricted Mode
 * @param {boolean} [options.testDriver] lets a page hand over extensions and tests to run
 * @param {number} [options.port] the wanted port
 * @param {(text: string) => void} [options.onOutput] what the server prints
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>}>}
 */
export async function startServer(options = {}) {
  const { node, main } = await installServer();
  const port = await freePort(options.port);
  const data = mkdtempSync(join(tmpdir(), 'milepost-vscode-'));
  const extensions = options.extensionsDir ?? join(data, 'extensions');
  const temporary = join(data, 'tmp');
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  mkdirSync(temporary);
  const settings = { ...machineSettings, ...options.settings };
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify(settings));
  const folders = [
    '--server-data-dir',
    data,
    '--extensions-dir',
    extensions,
    '--accept-server-license-terms',
  ];
  if (options.vsix) run(node, [main, ...folders, '--install-extension', options.vsix]);

  const args = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  args.push('--telemetry-level', 'off', ...folders);
  if (options.trust !== false) args.push('--disable-workspace-trust');
  if (options.testDriver) args.push('--enable-smoke-test-driver');
  // A group of its own, so that stopping it also ends its extension hosts.
  const child = spawn(node, [main, ...args], {
    detached: true,
    // Its sockets are not removed when it is killed: they go with the data.
    env: { ...process.env, TMPDIR: temporary, XDG_RUNTIME_DIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const clean = () => rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const onExit = () => {
    end();
    clean();
  };
  process.once('exit', onExit);
  const stop = async () => {
    process.off('exit', onExit);
    const gone = child.exitCode === null && new Promise(done => child.once('exit', done));
    end();
    await gone;
    clean();
  };
  try {
    await listening(child, options.onOutput);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, port, stop };
}

function listening(child, onOutput) {
  return new Promise((resolve, reject) => {
    let output = '';
    const onData = data => {
      onOutput?.(String(data));
      output = (output + data).slice(-4000);
      if (/listening/i.test(output)) resolve();
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The VS Code server ended before it listened:\n${output}`)));
    setTimeout(() => reject(new Error(`The VS Code server does not answer:\n${output}`)), 60_000).unref();
  });
}
