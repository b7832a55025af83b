import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { takeLock, type HeldLock } from '../../../../src/app/writing/fileLock';

const MINUTE = 60_000;

describe('takeLock', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'milepost-lock-'));
    path = join(folder, 'plan.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function held(at = path): Promise<HeldLock> {
    const lock = await takeLock(at);
    assert.ok('renew' in lock, 'somebody else has it');
    return lock;
  }

  const states = (at = path): string[] => readdirSync(at);

  /** What a lock says while it is held, in its parts. */
  interface State {
    time: string;
    pid: string;
    numbering: string;
    start: string;
    number: string;
    host: string;
  }

  /** Has the lock say that somebody else holds it, who never gives it back. */
  async function leave(change: (state: State) => Partial<State>, at = path): Promise<void> {
    await held(at);
    const [name = ''] = states(at);
    const [time = '', pid = '', numbering = '', start = '', number = '', ...host] = name.split('-');
    const state = { time, pid, numbering, start, number, host: host.join('-') };
    renameSync(join(at, name), join(at, Object.values({ ...state, ...change(state) }).join('-')));
  }

  /** The number of a process that has ended. */
  const GONE = String(spawnSync(process.execPath, ['-e', '']).pid);
  const ago = (milliseconds: number): string => String(Date.now() - milliseconds);

  it('gives it to one at a time', async () => {
    const first = await held();
    let isGiven = false;
    const waiting = held().then(lock => {
      isGiven = true;
      return lock;
    });
    assert.ok(await first.renew());
    assert.ok(!isGiven);
    await first.release();
    const second = await waiting;
    assert.ok(await second.renew());
    assert.ok(!(await first.renew()), 'it was given back');
    await second.release();
    assert.deepEqual(states(), ['free.milepost']);
  });

  const LEFT: Readonly<Record<string, (state: State) => Partial<State>>> = {
    'a process that has ended': () => ({ pid: GONE }),
    'an earlier process with the number of this one': () => ({ start: 'aaaaaaaaaaaa' }),
    'another machine that has not renewed it for a minute': () => ({
      host: 'other',
      time: ago(MINUTE + 1_000),
    }),
    'a process that stands still': ({ pid }) => ({ pid, time: ago(MINUTE + 1_000) }),
    'a clock that is ahead': () => ({ host: 'other', time: ago(-MINUTE - 5_000) }),
  };
  for (const [whom, change] of Object.entries(LEFT)) {
    it(`takes over what was left by ${whom}`, async () => {
      await leave(change);
      const began = performance.now();
      const lock = await held();
      assert.ok(performance.now() - began < 1_000, 'it waited');
      await lock.release();
    });
  }

  it('waits two seconds for others: other machines, containers that number their processes themselves, junk', async () => {
    const began = performance.now();
    const others = [{ host: 'other' }, { numbering: '1' }, {}].map(async (other, index) => {
      const at = `${path}${index}`;
      await leave(
        state => ({ ...other, pid: index === 2 ? state.pid : GONE, time: ago(MINUTE - 10_000) }),
        at,
      );
      const before = states(at);
      const holder = await takeLock(at);
      assert.ok('process' in holder && holder.process === Number(index === 2 ? process.pid : GONE));
      assert.ok(index === 0 ? holder.host === 'other' : holder.host !== '');
      assert.deepEqual(states(at), before);
    });
    const junk = `${path}.junk`;
    mkdirSync(junk);
    writeFileSync(join(junk, 'other'), '');
    await Promise.all([...others, assert.rejects(takeLock(junk), { code: 'in-the-way' })]);
    assert.ok(performance.now() - began >= 2_000);
    assert.deepEqual(readdirSync(junk), ['other']);
  });

  it('tells a holder that it was taken over, who then cannot take it away', async () => {
    const first = await held();
    const [name = ''] = states();
    renameSync(join(path, name), join(path, name.replace(/^\d+/, ago(MINUTE + 1_000))));
    const second = await held();
    assert.ok(!(await first.renew()));
    await first.release();
    assert.ok(await second.renew());
    await second.release();
  });

  it('is renewed every ten seconds', async () => {
    const { setInterval } = globalThis;
    const asked: { call: () => void; time: number | undefined }[] = [];
    globalThis.setInterval = ((call: () => void, time?: number) => {
      asked.push({ call, time });
      return setInterval(() => undefined, MINUTE);
    }) as typeof setInterval;
    const lock = await held().finally(() => (globalThis.setInterval = setInterval));
    const before = states();
    assert.deepEqual(
      asked.map(({ time }) => time),
      [10_000],
    );
    await delay(2);
    asked[0]?.call();
    while (states()[0] === before[0]) await nextTurn();
    assert.equal(states().length, 1);
    assert.ok(await lock.renew());
    await lock.release();
  });

  it('does with what a power cut or a copy of the folder has left', async () => {
    mkdirSync(path);
    await (await held()).release();
    await leave(() => ({ pid: GONE }));
    writeFileSync(join(path, 'free.milepost'), '');
    await (await held()).release();
    assert.deepEqual(states(), ['free.milepost']);
  });

  it('refuses what somebody has put in its place, and follows no link', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'free.milepost'), '');
    const places: Readonly<Record<string, () => void>> = {
      'a link': () => symlinkSync(elsewhere, path),
      'a file': () => writeFileSync(path, ''),
    };
    for (const [what, make] of Object.entries(places)) {
      make();
      await assert.rejects(takeLock(path), { code: 'in-the-way' }, what);
      rmSync(path, { recursive: true, force: true });
    }
    assert.deepEqual(readdirSync(elsewhere), ['free.milepost']);
    assert.deepEqual(readdirSync(folder), ['elsewhere']);
  });
});
