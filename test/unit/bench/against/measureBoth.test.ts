import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBoth } from '../../../bench/against/measureBoth';
import { COMMAND_LINE_ROWS } from '../../../bench/commandLine';
import { benchOptions } from '../../../bench/options';

const [STATUS = ''] = COMMAND_LINE_ROWS;

/** A bench that notes how it was called, and measures what the file beside it says. */
const BENCH = `
const { appendFileSync, copyFileSync } = require('node:fs');
const args = process.argv.slice(2);
const json = args.splice(args.indexOf('--json'), 2)[1];
appendFileSync('../calls.txt', [require('node:path').basename(process.cwd()), ...args].join(' ') + '\\n');
copyFileSync(args.includes('--cli') ? 'cli.json' : 'rows.json', json);
`;

describe('measuring both sides of a comparison', () => {
  let base: string;
  const row = (name: string, value: number | null) => ({ name, unit: 'ms', value });

  function checkout(name: string, rows: readonly unknown[]): string {
    const dir = join(base, name);
    mkdirSync(dir);
    writeFileSync(join(dir, 'package.json'), JSON.stringify({ scripts: { bench: 'node bench.js' } }));
    writeFileSync(join(dir, 'bench.js'), BENCH);
    writeFileSync(join(dir, 'rows.json'), JSON.stringify(rows));
    writeFileSync(join(dir, 'cli.json'), JSON.stringify([row(STATUS, 40)]));
    return dir;
  }

  /** Measures, and gives the calls too. */
  async function measured(theirRows: readonly unknown[], args: readonly string[], hasBench = true) {
    const root = checkout('ours', [row('cold', 20), row(STATUS, 30)]);
    const dir = checkout('theirs', theirRows);
    const options = benchOptions(['--against', 'old', ...args]);
    const { signal } = new AbortController();
    const revision = { ref: 'old', commit: '', dir, hasBench };
    const progress = (): void => undefined;
    const both = await measureBoth(revision, root, options, { scratch: base, signal, progress });
    return { ...both, cli: join(dir, 'dist/cli.js'), calls: readFileSync(join(base, 'calls.txt'), 'utf8') };
  }

  beforeEach(() => void (base = mkdtempSync(join(tmpdir(), 'milepost-both-'))));
  afterEach(() => rmSync(base, { recursive: true }));

  it('runs their bench and ours in turn, with what was asked for', async () => {
    const rows = [row('cold', 10), row(STATUS, 15)];
    const { theirs, ours, calls } = await measured(rows, ['--quick', '--runs', '2']);
    assert.deepEqual(theirs, [rows, rows]);
    assert.deepEqual(ours[1], [row('cold', 20), row(STATUS, 30)]);
    assert.equal(calls, 'theirs --quick\nours --quick\n'.repeat(2));
  });

  it('leaves out what could not be measured', async () => {
    const { theirs } = await measured([row('cold', null), row(STATUS, 15)], ['--runs', '1']);
    assert.deepEqual(theirs, [[row(STATUS, 15)]]);
  });

  it('has our bench measure their command line where theirs does not', async () => {
    const { theirs, calls, cli } = await measured([row('cold', 10)], ['--runs', '1']);
    assert.deepEqual(theirs, [[row('cold', 10), row(STATUS, 40)]]);
    assert.equal(calls, `theirs\nours --cli ${cli}\nours\n`);
  });

  it('measures the command line of a revision without a bench', async () => {
    const { theirs } = await measured([], ['--runs', '1'], false);
    assert.deepEqual(theirs, [[row(STATUS, 40)]]);
  });

  it('measures no command line when only VS Code was asked for', async () => {
    const { calls } = await measured([row('host', 10)], ['--host', '--runs', '1']);
    assert.equal(calls, 'theirs --host\nours --host\n');
  });

  it('fails with what a bench says', async () => {
    const failing = measured([], ['--runs', '1']);
    appendFileSync(join(base, 'theirs/bench.js'), `console.log('out of paper'); process.exit(1);`);
    await assert.rejects(failing, { message: /^The bench of old fails:\n[^]*out of paper/ });
  });
});
