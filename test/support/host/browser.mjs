import { chromium } from 'playwright-core';
import { installChromium } from './install.mjs';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium of the machine, driven by Playwright. The caller closes it. */
export function launchBrowser() {
  return chromium.launch({ executablePath: installChromium(), args: quiet });
}
