import assert from 'node:assert/strict';
import type { Pending } from '../../../../src/app/following/reviseQueue';
import { ReviseQueue } from '../../../../src/app/following/reviseQueue';

async function unexpected(error: unknown): Promise<void> {
  assert.fail(String(error));
}

describe('ReviseQueue', () => {
  it('puts what is asked for in one go into one step', async () => {
    const steps: Pending[] = [];
    const queue = new ReviseQueue(async work => void steps.push(work), unexpected);
    await Promise.all([
      queue.add(pending => pending.repos.add('/a')),
      queue.add(pending => pending.repos.add('/a')),
      queue.add(pending => pending.files.set('/r', new Set(['plan/a.md']))),
    ]);
    assert.equal(steps.length, 1);
    assert.deepEqual([...(steps[0]?.repos ?? [])], ['/a']);
  });

  it('never runs two steps at once, and joins what comes during one into a single further step', async () => {
    let running = 0;
    let steps = 0;
    let release: () => void = () => undefined;
    const gate = new Promise<void>(resolve => (release = resolve));
    const queue = new ReviseQueue(async () => {
      assert.equal(++running, 1);
      steps++;
      await gate;
      running--;
    }, unexpected);
    const first = queue.add(pending => (pending.open = true));
    await Promise.resolve();
    await Promise.resolve();
    const later = [1, 2, 3].map(n => queue.add(pending => pending.repos.add(`/${n}`)));
    release();
    await Promise.all([first, ...later]);
    assert.equal(steps, 2);
  });

  it('tells a failure, and does what comes next', async () => {
    const told: unknown[] = [];
    const done: string[] = [];
    const queue = new ReviseQueue(
      async ({ repos }) => {
        if (repos.has('/bad')) throw new Error('no');
        done.push(...repos);
      },
      async error => void told.push(error),
    );
    await queue.add(pending => pending.repos.add('/bad'));
    await queue.add(pending => pending.repos.add('/good'));
    assert.deepEqual([told.map(String), done], [['Error: no'], ['/good']]);
    assert.equal(queue.isBusy, false);
  });

  it('is idle at once when nothing was asked for', async () => {
    await new ReviseQueue(() => assert.fail('no work'), unexpected).idle();
  });
});
