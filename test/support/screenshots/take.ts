/**
 * `npm run screenshots`: takes the pictures of the README, of the walkthrough, of a review and of a day from the packaged
 * extension, running in VS Code on the sample project of today. `-- walkthrough`, `-- review` and `-- day` take only
 * those; `-- keyboard` takes none, and does the same review and the same day without a pointer. Linux x64 only, as the
 * server is.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViewportSize } from 'playwright-core';
import type { HostOptions } from '../host/startHost.mjs';
import { startHost } from '../host/startHost.mjs';
import { generateSample } from '../sample/generate';
import { CodeWindow } from './codeWindow';
import { plannedDay, type DayRun } from './day';
import { DayProject } from './dayProject';
import { Keyboard } from './keyboard';
import { Mouse } from './mouse';
import { reviewBranch } from './review';
import { ReviewProject } from './reviewProject';
import { takeFirstSteps, takePanel, takeSideBar } from './walkthrough';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const pictures = join(root, 'media/screenshots');
const walkthrough = join(root, 'media/walkthrough');
const scratch = mkdtempSync(join(tmpdir(), 'milepost-screenshots-'));
const vsix = join(scratch, 'milepost.vsix');
const sample = join(scratch, 'harbor');

// sv-SE writes ISO days.
const today = new Date().toLocaleDateString('sv-SE');

const WIDE: ViewportSize = { width: 1600, height: 1000 };
const NARROW: ViewportSize = { width: 700, height: 900 };
const SMALL: ViewportSize = { width: 1000, height: 640 };
/** The walkthrough shows a picture in half of an editor, and the extension carries it along. */
const LOW: ViewportSize = { width: 1000, height: 460 };
const HALF: ViewportSize = { width: 860, height: 500 };

/** Nothing in the picture that is not about Milepost. */
const settings = {
  'editor.minimap.enabled': false,
  'git.autofetch': false,
  'git.blame.statusBarItem.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
};

type Visit = (window: CodeWindow) => Promise<void>;

async function visit(
  options: HostOptions,
  viewport: ViewportSize,
  look: Visit,
  folder = pictures,
): Promise<void> {
  const host = await startHost({ vsix, settings, folder: sample, ...options });
  try {
    await look(new CodeWindow(await host.page(viewport), folder));
  } finally {
    await host.stop();
  }
}

/** Side bar and panel, once git has answered: the status bar names the branch's task. */
async function openProgress(window: CodeWindow): Promise<void> {
  await window.openSideBar();
  await window.row(/Payments and refunds/).waitFor();
  await window.statusBarItem(/APP-4[23]/).waitFor();
  await window.command('Milepost: Open Progress');
}

async function overview(window: CodeWindow): Promise<void> {
  await openProgress(window);
  await window.openTab('Overview');
  await window.panel.getByRole('heading', { name: 'Critical path' }).waitFor();
}

/** Opens another tab and waits until its figures are there. */
async function figures(window: CodeWindow, tab: 'Timeline' | 'Forecast' | 'Risks' | 'People'): Promise<void> {
  await window.openTab(tab);
  await window.panel.getByRole('tab', { name: tab, selected: true }).waitFor();
  await window.panel.locator('.busy').waitFor({ state: 'detached' });
  if (tab === 'Timeline') {
    // What it is compared with comes last.
    await window.panel.locator('.ghost').first().waitFor();
  }
}

const inDark: Visit = async window => {
  await overview(window);
  await window.shoot('overview-dark');
  for (const tab of ['Timeline', 'Forecast', 'Risks', 'People'] as const) {
    await figures(window, tab);
    await window.shoot(tab.toLowerCase());
  }
  await window.openTab('Review');
  await window.panel.getByText('Retry mails that bounce').first().waitFor();
  await window.shoot('review');
};

const theTree: Visit = async window => {
  await window.openSideBar();
  await window.statusBarItem(/APP-4[23]/).waitFor();
  await window.collapseView('Current Work');
  await window.collapseView('Risks');
  await window.widenSideBar(140);
  await window.expand(/Operator console/);
  await window.expand(/APP-36/);
  await window.row(/Branch feature\/APP-36-fare-families/).waitFor();
  await window.row(/APP-36/).click();
  await window.shoot('milestones', window.row(/APP-36/));
};

function node(...args: readonly string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Reviews a branch of a sample of its own. */
async function review(byKeys: boolean): Promise<void> {
  const folder = join(scratch, 'review');
  const project = await ReviewProject.make(folder, today);
  await work(folder, 'review', byKeys, at => reviewBranch({ ...at, project }));
}

/** Spends a day in a project without a plan. */
async function day(byKeys: boolean): Promise<void> {
  const folder = join(scratch, 'web-shop');
  const project = DayProject.make(folder);
  await work(folder, 'day', byKeys, at => plannedDay({ ...at, project }));
}

/** Has something done in a window, with a picture of every step where it is done by pointing, and counts the gestures. */
async function work(
  folder: string,
  name: string,
  byKeys: boolean,
  run: (at: Omit<DayRun, 'project'>) => Promise<void>,
): Promise<void> {
  const host = await startHost({ vsix, settings, folder, colorTheme: 'Dark Modern' });
  try {
    const page = await host.page({ width: 1400, height: 900 });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const window = new CodeWindow(page, join(root, 'docs/pictures'));
    const hand = byKeys ? new Keyboard(page, window) : new Mouse(page, window);
    const seen = async (step: number) => {
      console.log(`${name} ${step}: ${hand.gestures} ${byKeys ? 'keys' : 'clicks'} so far`);
      await (byKeys ? undefined : window.shoot(`${name}-${step}`));
    };
    await run({ page, window, hand, seen });
  } finally {
    await host.stop();
  }
}

async function main(): Promise<void> {
  const only = process.argv[2];
  node(process.env.npm_execpath ?? '', 'run', 'package', '--', '--out', vsix);
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  mkdirSync(pictures, { recursive: true });
  mkdirSync(walkthrough, { recursive: true });
  const byKeys = only === 'keyboard';
  if (only === 'review' || byKeys) {
    await review(byKeys);
  }
  if (only === 'day' || byKeys) {
    await day(byKeys);
  }
  if (only === 'review' || only === 'day' || byKeys) {
    return;
  }
  await generateSample(sample, today);
  const empty = join(scratch, 'empty/web-shop');
  mkdirSync(empty, { recursive: true });
  if (only === undefined) {
    await review(false);
    await day(false);
    await forReadme(empty);
  }
  for (const [theme, colorTheme] of [
    ['dark', 'Dark Modern'],
    ['light', 'Light Modern'],
  ] as const) {
    const options = { colorTheme };
    await visit({ ...options, folder: empty }, LOW, window => takeFirstSteps(window, theme), walkthrough);
    await visit(options, LOW, window => takeSideBar(window, theme), walkthrough);
    await visit(options, HALF, window => takePanel(window, theme), walkthrough);
  }
}

async function forReadme(empty: string): Promise<void> {
  await visit({ colorTheme: 'Dark Modern' }, WIDE, inDark);
  await visit({ colorTheme: 'Dark Modern' }, { width: 1200, height: 800 }, theTree);
  await visit({ colorTheme: 'Light Modern' }, WIDE, async window => {
    await overview(window);
    await window.shoot('overview-light');
    await figures(window, 'Timeline');
    await window.shoot('timeline-light');
  });
  await visit({ colorTheme: 'Default High Contrast' }, WIDE, async window => {
    await overview(window);
    await window.shoot('overview-high-contrast');
    await figures(window, 'Timeline');
    await window.shoot('timeline-high-contrast');
    await figures(window, 'Forecast');
    await window.shoot('forecast-high-contrast');
  });
  await visit({ colorTheme: 'Dark Modern' }, NARROW, async window => {
    await overview(window);
    await window.command('View: Close Primary Side Bar');
    await window.shoot('overview-narrow');
    await figures(window, 'Timeline');
    await window.shoot('timeline-narrow');
  });
  await visit({ colorTheme: 'Dark Modern', trust: false }, SMALL, async window => {
    await window.openSideBar();
    await window.row(/Payments and refunds/).waitFor();
    await window.shoot('restricted');
  });
  await visit({ colorTheme: 'Dark Modern', folder: empty }, { width: 1000, height: 780 }, async window => {
    await window.openSideBar();
    await window.shoot('welcome');
  });
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(scratch, { recursive: true, force: true }));
