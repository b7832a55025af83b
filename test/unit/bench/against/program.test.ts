import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../bench/against/program';
import { Failure } from '../../../bench/failure';

const node = (code: string, signal = new AbortController().signal) =>
  runProgram(
    [process.execPath, '-e', code],
    { cwd: tmpdir(), signal, env: { GREETING: 'hello' } },
    'It fails',
  );

describe('a program of a comparison', () => {
  it('gives what it prints', async () => {
    assert.equal(await node('console.log(process.env.GREETING)'), 'hello\n');
  });

  it('fails with the last lines that it printed', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const code = `console.log(${JSON.stringify(lines.join('\n'))}); process.exitCode = 3`;
    await assert.rejects(node(code), new Failure(['It fails:', ...lines.slice(-20)].join('\n')));
  });

  it('fails when it is not there', async () => {
    const { signal } = new AbortController();
    await assert.rejects(runProgram(['no-such-program'], { cwd: tmpdir(), signal }, 'It fails'), {
      message: /^It fails:\n.*ENOENT/,
    });
  });

  it('is ended with everything it has started', async () => {
    const ending = new AbortController();
    const reason = new Failure('enough');
    const dir = mkdtempSync(join(tmpdir(), 'milepost-program-'));
    const watcher = watch(dir);
    const started = once(watcher, 'change');
    // It ends when its output is closed, which the program that it has started holds open.
    const inner = `fs.writeFileSync(${JSON.stringify(join(dir, 'started'))}, ''); setInterval(() => {}, 1000)`;
    const running = node(
      `child_process.spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`,
      ending.signal,
    );
    await started;
    watcher.close();
    ending.abort(reason);
    await assert.rejects(running, reason);
    await assert.rejects(node('', ending.signal), reason);
    rmSync(dir, { recursive: true });
  });
});
