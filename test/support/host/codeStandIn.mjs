#!/usr/bin/env node
/**
 * Stands in for the `code` executable where desktop VS Code cannot be had: takes the arguments that
 * `@vscode/test-electron` gives, runs the tests in the extension host of a VS Code server, and exits with
 * their result. MILEPOST_TRUST=off leaves the workspace in Restricted Mode, MILEPOST_HOST_LOG=1 prints
 * everything the extension host says.
 */
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** Longer than any suite: a host that hangs must still end. */
const timeLimit = 10 * 60_000;

/** What a server without an account and without its marketplace always complains about. */
const noise = /workbench\.js:|extensionquery|ENOTFOUND|authentication provider|AccountPolicyGate/;

const args = process.argv.slice(2);
const value = name => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const opened = args.find(arg => !arg.startsWith('-'));

function pageAddress({ url, port }) {
  const remote = path => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(value('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(value('extensionTestsPath'))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (opened) query.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
  return `${url}/?${query}`;
}

async function runTests() {
  const log = [];
  const keep = text => {
    if (process.env.MILEPOST_HOST_LOG) console.log(text);
    log.push(text);
  };
  const server = await startServer({
    trust: process.env.MILEPOST_TRUST !== 'off',
    testDriver: true,
    onOutput: text => keep(text.trimEnd()),
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const finished = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationLog', (type, parts) => keep(`${type}: ${[parts].flat().join(' ')}`));
      page.exposeFunction('codeAutomationExit', resolve);
      page.once('crash', () => reject(new Error('The page of VS Code crashed.')));
      setTimeout(() => reject(new Error('The tests did not end in time.')), timeLimit).unref();
    });
    await page.goto(pageAddress(server));
    const code = await finished;
    if (code !== 0)
      console.log(
        log
          .filter(line => !noise.test(line))
          .slice(-60)
          .join('\n'),
      );
    return code;
  } finally {
    await browser.close();
    await server.stop();
  }
}

try {
  process.exitCode = await runTests();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
