import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileIdMatcher } from '../../../../../src/core/evidence/commits/idMatcher';
import { aPlan, aTask } from '../../../../support/planBuilder';

const plan = aPlan(['APP-1', 'APP-2', 'APP-22', 'APP-22.1', 'APP-k3f9', 'OPS_X-7', 'APP-430', 'APP-431'], {
  aliases: ['OLD'],
});
const matcher = compileIdMatcher(plan);
const keys = (text: string): string[] => matcher.findIds(text).map(found => found.key);
const onBranch = (name: string): string[] =>
  matcher.findBranchIds(name).map(({ key, strength }) => (strength === 'works-on' ? key : `(${key})`));

describe('idMatcher', () => {
  for (const [text, expected] of [
    ['APP-1: store', ['APP-1']],
    ['app-1 and App-002', ['APP-1', 'APP-2']],
    ['(APP-1), [APP-2]; `APP-22`', ['APP-1', 'APP-2', 'APP-22']],
    ['See APP-22.1.', ['APP-22.1']],
    ['OLD-2 was its name', ['APP-2']],
    ['app-K3F9 and ops_x-7', ['APP-K3F9', 'OPS_X-7']],
    ['APP-1..APP-2', ['APP-1', 'APP-2']],
    ['APP-1/APP-2: both', ['APP-1', 'APP-2']],
    ['修复APP-1的问题', ['APP-1']],
    ['[APP-1](https://example.org/APP-2)', ['APP-1']],
    ['fix:APP-1', ['APP-1']],
  ] as const) {
    it(`finds ${expected.join(', ')} in "${text}"`, () => assert.deepEqual(keys(text), expected));
  }

  for (const text of [
    'UTF-8, GPT-5, CVE-2024-1',
    'APP-99',
    'APP-22.7',
    'APP-1x',
    'XAPP-1',
    'MY-APP-1',
    'APP-1-beta',
    'APP-1_x',
    'éAPP-1',
    'https://example.org/browse/APP-1',
    'https://example.org/?task=APP-1,APP-2',
    'src/APP-1/main.ts',
    'see docs/APP-1',
    'docs\\APP-1',
    'plan/tasks/app-1.md',
    'org/repo#APP-1',
    'app-1@example.org',
    '123e4567-e89b-12d3-a456-app-1',
  ]) {
    it(`finds nothing in "${text}"`, () => assert.deepEqual(keys(text), []));
  }

  it('gives offsets of what the text spells', () => {
    assert.deepEqual(matcher.findIds('On app-22.1!'), [
      { key: 'APP-22.1', id: 'app-22.1', start: 3, end: 11 },
    ]);
  });

  for (const [name, expected] of [
    ['tasks/app-22-updated-date-ordinal', ['APP-22']],
    ['feature/app-22.1-local-reminder', ['APP-22.1']],
    ['feature/app-22.fix', ['APP-22']],
    ['feature/app-22.7', []],
    ['ana_app-1_store', ['APP-1']],
    ['app-1.app-2', ['APP-1', 'APP-2']],
    ['app-1#app-2', ['APP-1', 'APP-2']],
    ['app-430-431-file-picker', ['APP-430', '(APP-431)']],
    ['app-430-app-431', ['APP-430', 'APP-431']],
    ['app-1-99', ['APP-1']],
    ['ops_x-7', ['OPS_X-7']],
    ['wrapp-1', []],
    ['old-22', ['APP-22']],
  ] as const) {
    it(`finds ${expected.join(', ') || 'nothing'} on the branch ${name}`, () =>
      assert.deepEqual(onBranch(name), expected));
  }

  it('does not match milestones and risks, nor ids without a task', () => {
    const risky = compileIdMatcher(aPlan([aTask('APP-1')]));
    assert.deepEqual(risky.findIds('R-1 m-1 APP-2'), []);
  });

  it('takes an id with many dotted numbers on a branch for itself, and not for one above it', () => {
    const dotted = (levels: number) => `APP-1${'.1'.repeat(levels)}`;
    const deep = compileIdMatcher(aPlan([aTask(dotted(9)), aTask(dotted(12))]));
    const found = (name: string) => deep.findBranchIds(name).map(({ key }) => key);
    for (const [name, id] of [
      [dotted(9), dotted(9)],
      [`feature/${dotted(12)}-lock`, dotted(12)],
      [`${dotted(12)}.md`, dotted(12)],
      [`${dotted(9)}${'.a'.repeat(300)}`, dotted(9)],
      [dotted(10), undefined],
      [dotted(300), undefined],
    ] as const) {
      assert.deepEqual(found(name), id === undefined ? [] : [id], name);
    }
  });

  it('finds every id that stands between words', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom('APP-1', 'APP-22.1', 'OPS_X-7'))), parts => {
        const text = parts.map(([before, id]) => `${before} ${id}, `).join('');
        assert.deepEqual(
          keys(text),
          parts.map(([, id]) => id),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('finds none inside a URL or a longer word', () => {
    const inner = fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/);
    fc.assert(
      fc.property(inner, inner, fc.constantFrom('APP-1', 'APP-22.1'), (a, b, id) => {
        assert.deepEqual(keys(`see https://${a}/${id}/${b} and ${a}${id} and ${id}-${b}`), []);
      }),
      { numRuns: 100 },
    );
  });

  it('answers on any text', function () {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'APP-1',
            'app-22',
            '.',
            '-',
            '/',
            '://',
            ' ',
            'x',
            '_',
            'é',
            '修',
            '\u{1f600}',
            '\ud800',
          ),
        }),
        text => {
          for (const { id, start, end } of matcher.findIds(text)) {
            assert.equal(text.slice(start, end), id);
          }
          matcher.findBranchIds(text);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('an id matcher of a plan with aliases', () => {
  const { findIds, findBranchIds } = compileIdMatcher(
    aPlan(
      ['APP-1', 'APP-2', 'SHOP-7'],
      { aliases: ['OLD'] },
      {
        otherIds: new Map([
          ['SHOP-12', 'APP-1'],
          ['APP-9', 'APP-2'],
          ['BD-A1', 'APP-2'],
          ['UTF-16', 'BETA'],
        ]),
      },
    ),
    new Set(['TASK']),
  );
  const keys = (text: string): string[] => findIds(text).map(({ key }) => key);

  it('finds the tasks, after those that have the id', () => {
    assert.deepEqual(keys('shop-012, SHOP-7, OLD-9, bd-a1 and TASK-1'), [
      'APP-1',
      'SHOP-7',
      'APP-2',
      'APP-2',
      'APP-1',
    ]);
    assert.deepEqual(
      findBranchIds('feature/shop-12-keys').map(({ key }) => key),
      ['APP-1'],
    );
  });

  it('finds nothing else under the prefix of an alias, and no alias of a milestone', () => {
    assert.deepEqual(keys('SHOP-13, SHOP-1, APP-99, UTF-8, UTF-16'), []);
  });
});
