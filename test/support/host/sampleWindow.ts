import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { generateSample } from '../sample/generate';
import { CodeWindow } from '../screenshots/codeWindow';
import { sharedHost } from './sharedHost';

/** A window on the sample project of today. */
export interface SampleWindow {
  readonly page: Page;
  readonly window: CodeWindow;
  /** Runs git in the project, as a shell beside the window would. */
  git(this: void, ...args: string[]): void;
}

const parent = mkdtempSync(join(tmpdir(), 'milepost-window-'));
let sample: Promise<SampleWindow> | undefined;

after(async () => {
  await (await sample)?.page.close();
  rmSync(parent, { recursive: true, force: true });
});

/** One window for all files of a run that look at the sample: a window of its own takes each some twenty seconds. */
export function sampleWindow(): Promise<SampleWindow> {
  return (sample ??= open());
}

async function open(): Promise<SampleWindow> {
  const folder = join(parent, 'sample');
  await generateSample(folder, new Date().toLocaleDateString('sv-SE'));
  const page = await (await sharedHost()).page(undefined, folder);
  return {
    page,
    window: new CodeWindow(page),
    git: (...args) => void execFileSync('git', ['-C', folder, ...args]),
  };
}
