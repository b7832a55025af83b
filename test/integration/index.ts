import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * Runs the integration tests of one suite inside the extension host. VS Code calls this.
 *
 * MILEPOST_SUITE names the suite, a folder beside this file; MILEPOST_RESULTS the file that mocha's results
 * go to. Rejects when a test failed, which is how VS Code learns of it.
 */
export async function run(): Promise<void> {
  const suite = join(__dirname, process.env.MILEPOST_SUITE ?? '');
  const mocha = new Mocha({
    timeout: 180_000,
    reporter: 'json',
    reporterOptions: { output: process.env.MILEPOST_RESULTS },
  });
  for (const file of readdirSync(suite, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(suite, file));
  }
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
