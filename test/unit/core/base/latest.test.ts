import assert from 'node:assert/strict';
import { Latest } from '../../../../src/core/base/latest';

/** Runs that end when they are told to. */
function held() {
  const begun: number[] = [];
  const told: unknown[] = [];
  const ends: (() => void)[] = [];
  const latest = new Latest<number>(
    asked =>
      new Promise<void>((resolve, reject) => {
        begun.push(asked);
        ends.push(() => (asked < 0 ? reject(new Error(String(asked))) : resolve()));
      }),
    error => void told.push((error as Error).message),
  );
  const turn = () => new Promise(resolve => setImmediate(resolve));
  /** Ends the run that goes on. */
  const end = async () => {
    ends.at(-1)?.();
    await turn();
  };
  return { latest, begun, told, end, turn };
}

describe('Latest', () => {
  it('does once what is asked for in one go', async () => {
    const { latest, begun, turn } = held();
    [1, 2, 3].forEach(asked => void latest.ask(asked));
    assert.deepEqual([begun, latest.isBusy], [[], true]);
    await turn();
    assert.deepEqual(begun, [3]);
  });

  it('does one thing at a time, and next only the newest of what came meanwhile', async () => {
    const { latest, begun, end, turn } = held();
    let done = 0;
    const count = () => void done++;
    void latest.ask(1).then(count);
    await turn();
    [2, 3, 4].forEach(asked => void latest.ask(asked).then(count));
    await turn();
    assert.deepEqual([begun, done], [[1], 0]);
    await end();
    assert.deepEqual([begun, done], [[1, 4], 0]);
    await end();
    assert.deepEqual([begun, done, latest.isBusy], [[1, 4], 4, false]);
  });

  it('begins anew after it was idle', async () => {
    const { latest, begun, end, turn } = held();
    for (const asked of [1, 2]) {
      const done = latest.ask(asked);
      await turn();
      await end();
      await done;
    }
    assert.deepEqual(begun, [1, 2]);
  });

  it('tells what failed, and does what came meanwhile', async () => {
    const { latest, begun, told, end, turn } = held();
    const done = latest.ask(-1);
    await turn();
    void latest.ask(2);
    await end();
    assert.deepEqual([begun, told], [[-1, 2], ['-1']]);
    await end();
    await done;
  });

  it('tells what fails before it has promised anything', async () => {
    const told: unknown[] = [];
    const latest = new Latest<void>(
      () => {
        throw new Error('at once');
      },
      error => void told.push(String(error)),
    );
    await latest.ask();
    assert.deepEqual([told, latest.isBusy], [['Error: at once'], false]);
  });

  it('waits for who is told before it does the next thing', async () => {
    const order: string[] = [];
    const latest: Latest<string> = new Latest(
      async asked => {
        order.push(asked);
        if (asked === 'bad') {
          void latest.ask('next');
          throw new Error(asked);
        }
      },
      async () => {
        await new Promise(resolve => setImmediate(resolve));
        order.push('told');
      },
    );
    await latest.ask('bad');
    assert.deepEqual(order, ['bad', 'told', 'next']);
  });

  it('does what a run asks for itself', async () => {
    const begun: number[] = [];
    const latest: Latest<number> = new Latest(
      async asked => {
        begun.push(asked);
        if (asked < 3) void latest.ask(asked + 1);
      },
      error => assert.fail(String(error)),
    );
    await latest.ask(1);
    assert.deepEqual(begun, [1, 2, 3]);
  });

  it('begins nothing after it was disposed of, and tells of no failure', async () => {
    const { latest, begun, told, end, turn } = held();
    const done = latest.ask(-1);
    await turn();
    void latest.ask(2);
    latest.dispose();
    await end();
    await done;
    await latest.ask(3);
    await turn();
    assert.deepEqual([begun, told, latest.isBusy], [[-1], [], false]);
  });

  it('is idle at once when nothing was asked for', async () => {
    await held().latest.idle();
  });
});
