/** `npm run fuzz -- N [FROM]`: N mutated plans, beginning with case FROM; a failing case names its number. */
import { spawnSync } from 'node:child_process';

const [cases = '100000', from = '0'] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/mocha/bin/mocha.js', 'test/fuzz/**/*.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, MILEPOST_FUZZ: cases, MILEPOST_FUZZ_FROM: from },
  },
);
process.exitCode = status ?? 1;
