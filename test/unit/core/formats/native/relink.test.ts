import assert from 'node:assert/strict';
import { editBacklog } from '../../../../../src/core/formats/backlog/editBacklog';
import { editNative } from '../../../../../src/core/formats/native/editNative';
import { specKitFormat } from '../../../../../src/core/formats/specKit/specKit';
import type { CommitRef, LinkMove } from '../../../../../src/core/plan/change';
import { applyEdits } from '../../../../../src/core/base/text';
import { aPlan } from '../../../../support/planBuilder';
import { edit } from './editPlan';

const ref = (start: string, subject = `New ${start}`): CommitRef => ({
  hash: start.padEnd(40, '0'),
  date: '2026-03-04',
  subject,
});
const move = (hash: string, to?: CommitRef, not = false): LinkMove => ({ hash, not, ...(to && { to }) });
const target = { kind: 'task', id: 'APP-1' } as const;

/** The `commits:` of a task file after its entries were moved. */
function moved(commits: string, ...moves: LinkMove[]): string {
  const head = '---\nid: APP-1\n';
  const tail = 'links: []\n---\n\n# Text\n';
  const after = edit({ 'tasks/a.md': head + commits + tail }, 'tasks/a.md', target, {
    kind: 'relink',
    moves,
  });
  assert.ok(after.startsWith(head) && after.endsWith(tail), after);
  return after.slice(head.length, -tail.length);
}

describe('relinking a task file', () => {
  const LIST =
    "commits:\n  - '222222222222 2026-01-02 Two' # why\n  - '!444444444444 2026-01-03 Four'\n  - \"666666666666 2026-01-04 Six\"\n";

  it('replaces an entry in its line, with its quotes and its comment', () => {
    assert.equal(
      moved(LIST, move('222222222222', ref('333333333333'))),
      LIST.replace('222222222222 2026-01-02 Two', '333333333333 2026-03-04 New 333333333333'),
    );
    assert.equal(
      moved(LIST, move('666666666666', ref('777777777777', `It's "so": #1`))),
      LIST.replace('666666666666 2026-01-04 Six', `777777777777 2026-03-04 It's \\"so\\": #1`),
    );
  });

  it('keeps the sign, and takes an entry of the other sign for another', () => {
    assert.equal(
      moved(LIST, move('444444444444', ref('555555555555'), true)),
      LIST.replace('444444444444 2026-01-03 Four', '555555555555 2026-03-04 New 555555555555'),
    );
    assert.equal(moved(LIST, move('444444444444', ref('555555555555'))), LIST);
  });

  it('takes out an unlink that a squash brings to the commit of a link', () => {
    const squash = ref('555555555555', 'Five');
    assert.equal(
      moved(LIST, move('222222222222', squash), move('444444444444', squash, true)),
      'commits:\n  - \'555555555555 2026-03-04 Five\' # why\n  - "666666666666 2026-01-04 Six"\n',
    );
    assert.equal(
      moved(LIST, move('444444444444', ref('666666666666'), true)),
      LIST.replace("  - '!444444444444 2026-01-03 Four'\n", ''),
    );
  });

  it('moves a line with its comment where the order of hashes wants it', () => {
    assert.equal(
      moved(LIST, move('222222222222', ref('555555555555', 'Five'))),
      "commits:\n  - '!444444444444 2026-01-03 Four'\n  - '555555555555 2026-03-04 Five' # why\n  - \"666666666666 2026-01-04 Six\"\n",
    );
  });

  it('leaves the lines in place where they were in no order, or have comments between them', () => {
    for (const list of [
      "commits:\n  - '666666666666 2026-01-01 Six'\n  - '222222222222 2026-01-02 Two'\n",
      "commits:\n  # first\n  - '222222222222 2026-01-02 Two'\n  # last\n  - '666666666666 2026-01-01 Six'\n",
    ]) {
      assert.equal(
        moved(list, move('222222222222', ref('999999999999', 'Nine'))),
        list.replace('222222222222 2026-01-02 Two', '999999999999 2026-03-04 Nine'),
      );
    }
  });

  it('takes out an entry, with its line', () => {
    assert.equal(moved(LIST, move('222222222222')), LIST.replace(/ {2}- '2.*\n/, ''));
    assert.equal(moved('commits: [1234567, 89abcde]\n', move('1234567')), 'commits: [89abcde]\n');
    assert.equal(moved('commits: 1234567 # one\n', move('1234567')), 'commits: [] # one\n');
    assert.equal(moved("commits:\n- '1234567'\n", move('1234567')), 'commits: []\n');
  });

  it('writes one entry where two have become one, or where it is there already', () => {
    const squash = ref('555555555555', 'All');
    assert.equal(
      moved(LIST, move('222222222222', squash), move('666666666666', squash)),
      "commits:\n  - '!444444444444 2026-01-03 Four'\n  - '555555555555 2026-03-04 All' # why\n",
    );
    assert.equal(moved(LIST, move('222222222222', ref('666666666666'))), LIST.replace(/ {2}- '2.*\n/, ''));
  });

  it('writes a bare hash out in full, wherever it stands', () => {
    const full = "'333333333333 2026-03-04 New 333333333333'";
    assert.equal(moved('commits: 1234567\n', move('1234567', ref('333333333333'))), `commits: ${full}\n`);
    assert.equal(
      moved('commits: [1234567, x]\n', move('1234567', ref('333333333333'))),
      `commits: [${full}, x]\n`,
    );
  });

  it('keeps line ends, and touches nothing but the entry', () => {
    const text = `\ufeff---\r\nid: APP-1\r\ntitle:   odd  \r\ncommits:\r\n  - '222222222222 2026-01-02 Two'\r\n---\r\nText  \r\n`;
    const change = { kind: 'relink', moves: [move('222222222222', ref('333333333333', 'Three'))] } as const;
    assert.equal(
      edit({ 'tasks/a.md': text }, 'tasks/a.md', target, change),
      text.replace('222222222222 2026-01-02 Two', '333333333333 2026-03-04 Three'),
    );
  });
});

describe('relinking a line of a checklist', () => {
  const FILE =
    '---\nid: m1\n---\n## Tasks\n- [ ] APP-1 One commit:1234567 @li !commit:89abcdef  \n- [ ] APP-2\n';
  const after = (...moves: LinkMove[]) =>
    edit({ 'milestones/m1.md': FILE }, 'milestones/m1.md', target, { kind: 'relink', moves });

  it('replaces or takes out the attribute', () => {
    assert.equal(
      after(move('1234567', ref('333333333333')), move('89abcdef', ref('444444444444'), true)),
      FILE.replace('1234567', '333333333333').replace('89abcdef', '444444444444'),
    );
    assert.equal(after(move('89abcdef', undefined, true)), FILE.replace(' !commit:89abcdef', ''));
  });
});

describe('relinking a Backlog.md file', () => {
  const FILE =
    "---\nid: BACK-1\nupdated_date: '2026-01-01 10:00'\nreferences:\n  - https://example.org\n  - 'commit:222222222222 2026-01-02 Two'\n  - 'not-commit:444444444444 2026-01-02 Four'\n---\n";
  const plan = aPlan(['BACK-1'], { prefix: 'BACK' }, { folder: 'backlog', format: 'backlog' });

  it('replaces the reference and sets the time of the change', () => {
    const moves = [
      move('222222222222', ref('333333333333', 'Three')),
      move('444444444444', ref('555555555555', 'Five'), true),
    ];
    const context = { plan, path: 'backlog/tasks/back-1 - x.md', now: Date.UTC(2026, 1, 3, 4, 5) / 1000 };
    const result = editBacklog(
      FILE,
      { kind: 'task', id: 'BACK-1', line: 1 },
      { kind: 'relink', moves },
      context,
    );
    assert.ok(result.ok);
    const text = applyEdits(FILE, result.edits).replace(/(updated_date: ).*/, '$1…');
    assert.equal(
      text,
      FILE.replace(/(updated_date: ).*/, '$1…')
        .replace('222222222222 2026-01-02 Two', '333333333333 2026-03-04 Three')
        .replace('444444444444 2026-01-02 Four', '555555555555 2026-03-04 Five'),
    );
  });
});

describe('relinking an overlay', () => {
  const plan = aPlan(['BACK-1'], { prefix: 'BACK', aliases: ['TASK'] }, { format: 'backlog' });
  const context = { plan: { ...plan, folder: 'plan' }, path: 'plan/project.md', now: 0 };

  for (const [name, tasks] of [
    [
      'one entry a line',
      "tasks:\n  task-01:\n    estimate: 3d # ok\n    commits:\n      - '222222222222 2026-01-02 Two' # x\n",
    ],
    ['brackets', "tasks:\n  BACK-1: {estimate: 3d, commits: ['222222222222 2026-01-02 Two']}\n"],
  ] as const) {
    it(`replaces the entry of a task in ${name}`, () => {
      const text = `---\nfor: backlog\nkey: X\n${tasks}rules: {stale: 4d}\n---\n`;
      const change = { kind: 'relink', moves: [move('222222222222', ref('333333333333', 'Three'))] } as const;
      const result = editNative(text, { kind: 'task', id: 'BACK-1', line: 9 }, change, context);
      assert.ok(result.ok);
      assert.equal(
        applyEdits(text, result.edits),
        text.replace('222222222222 2026-01-02 Two', '333333333333 2026-03-04 Three'),
      );
    });
  }

  it('leaves the links of other tasks alone', () => {
    const text = "---\nfor: backlog\ntasks:\n  BACK-2: {commits: ['222222222222']}\n---\n";
    const change = { kind: 'relink', moves: [move('222222222222')] } as const;
    const result = editNative(text, { kind: 'task', id: 'BACK-1', line: 9 }, change, context);
    assert.deepEqual(result, { ok: true, edits: [] });
  });
});

describe('relinking where the format holds no links', () => {
  it('is refused', async () => {
    const plan = aPlan(['T001'], {}, { folder: 'specs', format: 'spec-kit' });
    const context = { plan, path: 'specs/001/tasks.md', now: 0 };
    const change = { kind: 'relink', moves: [move('222222222222')] } as const;
    const result = (await specKitFormat.writing()).edit(
      '- [ ] T001 x\n',
      { kind: 'task', id: 'T001', line: 0 },
      change,
      context,
    );
    assert.deepEqual(result, {
      ok: false,
      refusal: { code: 'field-in-overlay', args: ['commits', 'spec-kit', context.plan.format] },
    });
  });
});
