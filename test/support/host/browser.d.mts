import type { Browser } from 'playwright-core';

/** A headless Chromium of the machine, driven by Playwright. The caller closes it. */
export function launchBrowser(): Promise<Browser>;
