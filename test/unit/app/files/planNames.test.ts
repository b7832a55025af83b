import assert from 'node:assert/strict';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { createStore } from '../../../../src/app/createStore';
import type { FileSource, RootOptions } from '../../../../src/app/ports';
import { withInnerRepositories } from '../../../../src/app/files/workspaceRoots';
import type { Root } from '../../../../src/core/snapshot';
import { misnamedPlans, readNamedPlans } from '../../../../src/shared/namedPlans';
import { memoryFiles } from '../../../support/memoryFiles';

const TASK = '- [ ] One\n';

/** Names that no plan can have, each with the code that says so. */
const UNUSABLE: readonly (readonly [string, string])[] = [
  ['a'.repeat(200_000), 'plan-name-too-long'],
  ['a/'.repeat(100_000), 'plan-name-too-long'],
  [`a${'/'.repeat(200_000)}b`, 'plan-name-too-long'],
  ['ü'.repeat(2049), 'plan-name-too-long'],
  ['../'.repeat(100_000), 'plan-not-there'],
  ['/'.repeat(200_000), 'plan-not-there'],
  ['plan/../../up', 'plan-not-there'],
  ['C:/plan', 'plan-not-there'],
];

describe('names of plans in the settings', () => {
  /** What is said of them, and which paths were looked for meanwhile. */
  async function open(
    value: unknown,
    files: Record<string, string> = {},
  ): Promise<{ problems: Root['problems']; asked: ReadonlySet<string>; plans: readonly string[] }> {
    const asked = new Set<string>();
    const memory = memoryFiles({ '/one': files });
    const source: FileSource = {
      list: (root, folder) => memory.list(root, (asked.add(folder), folder)),
      read: (root, path) => memory.read(root, (asked.add(path), path)),
    };
    const store = createStore({
      files: source,
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => Date.parse('2026-03-02T12:00:00Z') / 1000,
    });
    const names = { plans: readNamedPlans(value), misnamed: misnamedPlans(value) };
    await store.open({ roots: [{ id: '/one', name: 'one', ...names }] });
    const { roots, plans } = store.snapshot;
    store.dispose();
    return { problems: roots[0]?.problems ?? [], asked, plans: plans.map(({ plan }) => plan.folder) };
  }

  it('are refused before anything is looked for when they lead out or are too long, and shown in part', async () => {
    for (const [folder, code] of UNUSABLE) {
      const usual = (await open([])).asked;
      const { problems, asked } = await open([{ folder }]);
      assert.deepEqual(
        problems.map(problem => problem.code),
        [code],
        folder.slice(0, 20),
      );
      assert.deepEqual(asked, usual, folder.slice(0, 20));
      assert.ok(String(problems[0]?.args[0]).length < 300);
    }
    const [problem] = (await open([{ folder: 'a'.repeat(4097) }])).problems;
    assert.deepEqual(problem?.args.slice(1), [4097, 4096]);
  });

  it('are looked for up to the longest that a folder can have', async () => {
    const folder = `${'ü/'.repeat(1363)}TODO.md`;
    assert.equal(Buffer.byteLength(folder), 4096);
    assert.deepEqual(await open([{ folder }], { [folder]: TASK }).then(({ plans }) => plans), [folder]);
  });

  it('cost no look for a repository of their own when they can be none, and few when nothing is there', async () => {
    const { lstat } = fsPromises;
    let looks = 0;
    fsPromises.lstat = ((...args: Parameters<typeof lstat>) => {
      looks++;
      return lstat(...args);
    }) as typeof lstat;
    syncBuiltinESMExports();
    try {
      const root = (folder: string): RootOptions => ({
        id: 'one',
        name: 'one',
        path: tmpdir(),
        plans: [{ folder }],
      });
      for (const [folder] of UNUSABLE) {
        await withInnerRepositories([root(folder)]);
        assert.equal(looks, 0, folder.slice(0, 20));
      }
      await withInnerRepositories([root(`no-such-folder/${'a/'.repeat(2000)}plan`)]);
      assert.ok(looks > 0 && looks <= 4, String(looks));
    } finally {
      fsPromises.lstat = lstat;
      syncBuiltinESMExports();
    }
  });

  it('are counted in one line when many are wrong, with the first of them', async () => {
    const wrong = [
      7,
      ...Array.from({ length: 600 }, (_, number) => ({ folder: `no/such/${number}` })),
      ...Array.from({ length: 300 }, (_, number) => ({ folder: 'TODO.md', format: `list${number}` })),
      ...Array.from({ length: 99 }, () => ({ folder: '../up' })),
    ];
    const { problems, plans } = await open([{ folder: 'TODO.md' }, ...wrong], { 'TODO.md': TASK });
    assert.deepEqual(problems, [{ code: 'plan-entries-wrong', args: [1000, '7'] }]);
    assert.deepEqual(plans, ['TODO.md']);
    assert.equal((await open(wrong.slice(0, 10))).problems.length, 10);
  });

  it('are looked for a thousand times and not more, and it is said', async () => {
    const names = Array.from({ length: 3000 }, (_, number) => ({ folder: `no${number}` }));
    const { problems, asked } = await open(names);
    assert.deepEqual(problems, [
      { code: 'plan-entries-wrong', args: [1000, 'no0'] },
      { code: 'plan-entries-left-out', args: [3000, 1000] },
    ]);
    assert.ok(asked.has('no999') && !asked.has('no1000'));
  });

  it('are none where they are no text, and are told as they are written', async () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const value = [
      { folder: 'TODO.md', format: JSON.parse('{"toString": null, "valueOf": null}') as unknown },
      { folder: 'TODO.md', format: 7 },
      { folder: 'a\0b' },
      { folder: deep },
      deep,
      'x'.repeat(200_000),
    ];
    assert.deepEqual(readNamedPlans(value), []);
    assert.deepEqual(misnamedPlans(value).slice(0, 5), [
      '{"folder":"TODO.md","format":"…"}',
      '{"folder":"TODO.md","format":7}',
      '{"folder":"a\\u0000b"}',
      '{"folder":"…"}',
      '["…"]',
    ]);
    const { problems } = await open(value);
    assert.ok(
      problems.every(({ code, args }) => code === 'plan-entry-invalid' && String(args[0]).length < 300),
    );
  });
});
