import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FromPanel } from '../../../src/shared/protocol';
import { parseFromPanel, planOfState, viewOfState } from '../../../src/shared/protocolCheck';

const VIEW = {
  revision: 3,
  tab: 'review',
  source: 'current',
  base: 'main',
  shown: { commits: 125 },
} as const;
const HASH = '0123456789abcdef0123456789abcdef01234567';

const VALID: readonly FromPanel[] = [
  { type: 'ready', protocol: 1 },
  { type: 'ready', protocol: 1, view: VIEW },
  { type: 'view', view: { ...VIEW, band: 'severe', head: 'v1.2' } },
  { type: 'view', view: { ...VIEW, tab: 'risks', cell: { probability: 5, impact: 1 } } },
  { type: 'openItem', kind: 'task', uid: 'APP-1' },
  { type: 'openPlace', file: 'plan/tasks/app-1.md', line: 0 },
  { type: 'openCommit', hash: HASH },
  { type: 'linkCommit', hash: HASH },
  { type: 'unlinkCommit', hash: HASH, uid: 'APP-1' },
  { type: 'renumber', uid: 'APP-1' },
  { type: 'setStatus', uid: 'APP-1' },
  { type: 'tryDay', kind: 'milestone', uid: 'BETA', field: 'due', day: '2026-12-18' },
  { type: 'setDay', kind: 'task', uid: 'APP-1', field: 'start', day: '2026-12-18' },
  { type: 'remedy', kind: 'task', uid: 'APP-1', remedy: 'setDone' },
  { type: 'copyReference', uid: 'APP-1' },
  { type: 'copyText', text: 'dismissed: []' },
  { type: 'export', what: 'timeline', as: 'csv' },
  { type: 'dismissFinding', kind: 'milestone', uid: 'BETA', finding: 'overdue' },
  { type: 'pickEnd', end: 'base' },
  { type: 'command', command: 'showLog' },
  { type: 'error', message: 'x is not a function' },
];

describe('messages from the panel', () => {
  it('are taken when they are well formed', () => {
    for (const message of VALID) {
      assert.deepEqual(parseFromPanel(structuredClone(message)), message);
    }
  });

  const rejected: { readonly [why: string]: unknown } = {
    'an unknown type': { type: 'eval', code: '1' },
    'a type of the prototype': { type: 'constructor' },
    'no object': 'ready',
    'a list': [{ type: 'ready', protocol: 1 }],
    'an unknown remedy': { type: 'remedy', kind: 'task', uid: 'APP-1', remedy: 'undo' },
    'a field too many': { type: 'setStatus', uid: 'APP-1', plan: '/other' },
    'a day that does not exist': {
      type: 'setDay',
      kind: 'task',
      uid: 'APP-1',
      field: 'due',
      day: '2026-02-30',
    },
    'a finding of nothing': { type: 'dismissFinding', kind: 'plan', uid: 'APP', finding: 'overdue' },
    'a field missing': { type: 'unlinkCommit', hash: HASH },
    'an option in place of a hash': { type: 'openCommit', hash: '--output=x' },
    'a path out of the root': { type: 'openPlace', file: 'plan/../../etc/passwd', line: 1 },
    'an absolute path': { type: 'openPlace', file: '/etc/passwd', line: 1 },
    'a drive': { type: 'openPlace', file: 'C:/x.md', line: 1 },
    'a line that is none': { type: 'openPlace', file: 'plan/a.md', line: 1.5 },
    'a revision that is an option': { type: 'view', view: { ...VIEW, head: '--exec=x' } },
    'a view of another version': { type: 'view', view: { ...VIEW, tab: 'wizards' } },
    'a cell that is not on the map': {
      type: 'view',
      view: { ...VIEW, cell: { probability: 6, impact: 1 } },
    },
    'half a cell': { type: 'view', view: { ...VIEW, cell: { probability: 5 } } },
    'more than a cell': { type: 'view', view: { ...VIEW, cell: { probability: 5, impact: 1, x: 1 } } },
    'an unknown list': { type: 'view', view: { ...VIEW, shown: { everything: 1 } } },
    'more rows than there may be': { type: 'view', view: { ...VIEW, shown: { commits: 1e6 } } },
    'an export without a name': { type: 'export', what: '', as: 'csv' },
    'an export in an unknown format': { type: 'export', what: 'timeline', as: 'exe' },
    'a text of an export': { type: 'export', what: 'timeline', as: 'csv', text: 'x' },
    'an unknown command': { type: 'command', command: 'workbench.action.quit' },
  };
  for (const [why, message] of Object.entries(rejected)) {
    it(`are rejected for ${why}`, () => assert.equal(parseFromPanel(message), undefined));
  }

  it('never throw, and pass only with a known type', () => {
    const type = fc.constantFrom(...VALID.map(message => message.type), '__proto__', 'x');
    const near = fc
      .tuple(type, fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([name, rest]) => ({ ...rest, type: name }));
    const mutated = fc
      .tuple(fc.constantFrom(...VALID), fc.string(), fc.jsonValue())
      .map(([message, key, value]) => ({ ...message, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), near, mutated), value => {
        const parsed = parseFromPanel(value);
        assert.ok(
          parsed === undefined ||
            (parsed === value && VALID.some(({ type: known }) => known === parsed.type)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a panel kept', () => {
  it('names its plan', () => {
    assert.equal(planOfState({ plan: '/repo/plan' }), '/repo/plan');
    assert.equal(planOfState({ plan: 7 }), undefined);
    assert.equal(planOfState(undefined), undefined);
  });

  it('is forgotten when this version does not understand it', () => {
    assert.deepEqual(viewOfState({ view: VIEW }), VIEW);
    assert.equal(viewOfState({ view: { ...VIEW, tab: 'calendar' } }), undefined);
    assert.equal(viewOfState(null), undefined);
  });
});
