import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesMore } from '../../../../../src/core/documents/edit/changesMore';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { Change, EditTarget, LinkMove } from '../../../../../src/core/plan/change';
import type { ListField, ScalarField } from '../../../../../src/core/plan/fields/fields';
import { dismissalsOf } from '../../../../../src/core/plan/dismissals';
import type { HandLink, Item, Plan, Task } from '../../../../../src/core/plan/model';
import { applyEdits } from '../../../../../src/core/base/text';
import { itemsOf, planOf, tryEdit } from './editPlan';
import type { Files } from './editPlan';

const BOXES = [' ', '/', 'x', 'X', '-', '?'];
const PIECES = [
  '@li',
  '@ana',
  '#security',
  '!high',
  'est:3d',
  'est:2d/3d/8d',
  'left:1d',
  'due:2026-11-20',
  'after:APP-1',
  'after:APP-1,old-2',
  'after:"APP-3 + 2d"',
  'status:"in review"',
  'status:nonsense',
  'commit:abcdef1234567',
  '!commit:0123456789ab',
  'needs:staging',
  'est:3days',
  'due:"next week"',
  'after:APP-1+x',
  'alias:SHOP-1',
  'alias:SHOP-2,shop-03',
  'alias:#4',
  'and words',
  '`@code #x`',
  '@',
  '#12',
  'ü😀',
  ' ',
];
const FIELD_LINES = [
  'title: Own title',
  'title: a: b # why',
  'status: In progress',
  "status: 'to do'",
  'assignee: @ana',
  "assignee: [@ana, 'li']",
  'assignee:\n  - ana # lead\n  # and\n  - "@li"',
  'labels: []',
  'labels: [a, b] # two',
  'labels:\n- a\n- b',
  'depends_on: APP-1 + 2d',
  'dependsOn:\n  - OLD-1\n  - APP-2',
  "due: '2026-01-02'",
  'aliases: [SHOP-1, shop-05] # once',
  'aliases:\n  - SHOP-6\n  - SHOP-2 # and',
  'estimate: 3d',
  'blocked: no key',
  'milestone: m1',
  "commits:\n  - 'abcdef123456 2026-01-01 Fix: it'\n  - '!0123456789ab 2026-01-02 It''s'",
  'owner: @ana',
  'probability: 30%',
  'dismissed: overdue',
  'dismissed:',
  'dismissed: []',
  'dismissed: {finding: blocked, reason: known} # so',
  'dismissed:\n  finding: blocked\n  reason: >\n    known\n    well\n  # so',
  'dismissed: [{item: APP-10, finding: overdue}, {finding: blocked, reason: "so"}, ]',
  'dismissed:\n  - finding: blocked # so\n    reason: known\n  # and\n  - {item: OLD-12, finding: overdue}',
  'dismissed:\n- overdue\n- item: APP-11\n  finding: overdue\n  reason: known\n\n# last',
  'dismissed: [a, "b',
  'broken: [a, "b',
  '# a comment',
  'unknown: {a: 1}',
];

const line = fc
  .record({
    indent: fc.constantFrom('', '', '  '),
    bullet: fc.constantFrom('-', '*'),
    box: fc.constantFrom(...BOXES),
    id: fc.constantFrom('APP-10', 'APP-11', 'old-012', 'APP-10.1', 'APP-13:', ''),
    pieces: fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }),
  })
  .map(({ indent, bullet, box, id, pieces }) => `${indent}${bullet} [${box}] ${[id, ...pieces].join(' ')}`);

/** Front matter that may not be edited by lines. */
const oddFront = (id: string) =>
  fc.constantFrom(
    `{id: ${id}, title: flow, status: To do, labels: [a], due: 2026-01-02}`,
    `{id: ${id},\n title: flow,\n  status: To do}`,
    `  id: ${id}\n  status: To do\n  labels: [a]`,
    `id: ${id}\ntitle: x\n  status: Done`,
    `id: ${id}\nlabels: [a]\nLabels: [b]\nstatus: Done\nstatus: To do`,
    `? id\n: ${id}\n? status\n: To do`,
  );

const front = (id: string) =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc
          .uniqueArray(fc.constantFrom(...FIELD_LINES), {
            maxLength: 6,
            selector: text => text.split(':')[0],
          })
          .map(lines => [`id: ${id}`, ...lines].join('\n')),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.constantFrom(...FIELD_LINES), { maxLength: 6 })
          .map(lines => [`id: ${id}`, ...lines].join('\n')),
      },
      { weight: 1, arbitrary: oddFront(id) },
    )
    .map(lines => `---\n${lines}\n---`);

const files = fc
  .record({
    crlf: fc.boolean(),
    bom: fc.boolean(),
    milestone: front('m1'),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    task: front('APP-1'),
    risk: front('R-1'),
  })
  .map(({ crlf, bom, milestone, lines, task, risk }): Files => {
    const body = ['', '# Goal', '- [ ] own', '', '## Tasks', ...lines, '', 'The end.', ''].join('\n');
    const wrap = (text: string) => (bom ? '\ufeff' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
    return {
      'milestones/m1.md': wrap(milestone + body),
      'tasks/app-1.md': wrap(`${task}\n\n- [ ] a\n- [ ] a\n`),
      'risks/r-1.md': wrap(`${risk}\n`),
    };
  });

const WORDS = [
  '',
  'done',
  'In Review',
  'Blocked',
  'To do',
  'nonsense',
  'high',
  'severe',
  '3',
  '30%',
  'accept',
  'm1',
];
const VALUES = [
  ...WORDS,
  'none',
  '2026-02-28',
  '2026-02-30',
  '5d',
  '2d/3d/8d',
  'APP-2',
  "it's: a #word",
  '@ana x',
];
const SCALARS: ScalarField[] = [
  ...([
    'title',
    'status',
    'milestone',
    'parent',
    'priority',
    'estimate',
    'remaining',
    'spent',
    'start',
  ] as const),
  ...(['due', 'blocked', 'until', 'owner', 'health', 'health_note', 'health_date', 'review'] as const),
  ...(['probability', 'impact', 'response'] as const),
];
const commit = fc.constantFrom('abcdef1234567890', '0123456789abcdef', '5555555555555555').map(start => ({
  hash: start.padEnd(40, '7'),
  date: '2026-05-06',
  subject: "Say: it's #1",
}));
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    field: fc.constantFrom(...SCALARS),
    value: fc.option(fc.constantFrom(...VALUES), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('setList' as const),
    field: fc.constantFrom<ListField>('assignees', 'labels', 'otherIds', 'dependsOn', 'branches'),
    value: fc.array(
      fc.constantFrom(
        '@ana',
        'li',
        'a',
        'new',
        'x, y',
        'APP-1',
        'APP-3 + 2d',
        'm1',
        'fix/*',
        'SHOP-3',
        'Shop-2',
      ),
      {
        maxLength: 3,
      },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('link' as const, 'unlink' as const),
    commits: fc.array(commit, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('relink' as const),
    moves: fc.uniqueArray(
      fc.record(
        {
          hash: fc.constantFrom('abcdef123456', 'abcdef1234567', '0123456789ab'),
          not: fc.boolean(),
          to: commit,
        },
        { requiredKeys: ['hash', 'not'] },
      ),
      { maxLength: 3, selector: ({ hash, not }) => `${hash} ${not}` },
    ),
  }),
  fc.record({
    kind: fc.constant('dismiss' as const),
    finding: fc.constantFrom('overdue', 'overdue', 'blocked', 'nonsense'),
    reason: fc.oneof(fc.constantFrom("it's: a #1", 'so', ' two\nlines ', '~', '[a, b}', ''), fc.string()),
  }),
);

/** Fields of the model that a change of one field may change in its item. */
const AFFECTED: Readonly<Record<string, readonly string[]>> = {
  status: ['status', 'category'],
  blocked: ['blocked', 'category'],
  parent: ['parent', 'milestone'],
  health_note: ['healthNote'],
  health_date: ['healthDate'],
  probability: ['probability', 'chance', 'score'],
  impact: ['impact', 'score'],
  link: ['handLinks'],
  unlink: ['handLinks'],
  relink: ['handLinks'],
  dismiss: ['dismissed'],
};

/** An item without its place, and without what the change is about. */
function comparable(item: Item, without: readonly string[]): unknown {
  const gone = new Set(['line', 'range', 'uid', 'reference', ...without]);
  return JSON.parse(JSON.stringify(item, (key, value: unknown) => (gone.has(key) ? undefined : value)));
}

/** The value that the target has after the change. */
function assertChanged(
  before: Item,
  item: Item,
  change: Exclude<Change, { kind: 'tick' | 'dismiss' }>,
): void {
  const task = item as Task;
  if (change.kind === 'set') {
    const value = change.value?.trim() === '' ? undefined : change.value?.trim();
    const field =
      change.field === 'health_note'
        ? 'healthNote'
        : change.field === 'health_date'
          ? 'healthDate'
          : change.field;
    const now = (item as unknown as Record<string, unknown>)[field];
    if (value !== undefined && typeof now === 'string') {
      assert.equal(now.toLowerCase(), value.toLowerCase().replace(/\s+/g, ' '));
    } else if (value === undefined && !['title', 'status', 'milestone', 'parent'].includes(field)) {
      assert.equal(now, undefined);
    }
  } else if (change.kind === 'setList') {
    const strip = (text: string) =>
      text
        .replace(/^[@#]/, '')
        .replace(/\s*\+\s*/, '+')
        .toLowerCase();
    const now =
      change.field === 'dependsOn'
        ? task.dependsOn.map(({ text }) => text)
        : (item[change.field as 'labels' | 'otherIds'] ?? []);
    assert.deepEqual(
      new Set(now.map(text => strip(text).replace(/^old-/, 'app-'))),
      new Set(change.value.map(strip)),
    );
  } else if (change.kind === 'relink') {
    assertRelinked((before as Task).handLinks, task.handLinks, change.moves);
  } else {
    for (const { hash } of change.commits) {
      const links = task.handLinks.filter(link => hash.startsWith(link.hash));
      assert.ok(links.length > 0);
      assert.ok(links.every(link => link.not === (change.kind === 'unlink')));
    }
  }
}

/** Exactly this finding of exactly this item is dismissed now, for this reason. */
function assertDismissed(
  before: Plan,
  after: Plan,
  item: Item,
  { finding, reason }: Extract<Change, { kind: 'dismiss' }>,
): void {
  const all = (plan: Plan) =>
    itemsOf(plan).map(one =>
      dismissalsOf(plan, one)
        .filter(entry => plan === before || one.uid !== item.uid || entry.finding !== finding)
        .map(entry => `${entry.finding} ${entry.reason}`),
    );
  const index = itemsOf(before).indexOf(item);
  const left = dismissalsOf(before, item).filter(entry => entry.finding !== finding);
  assert.deepEqual(
    all(after),
    all(before).with(
      index,
      left.map(entry => `${entry.finding} ${entry.reason}`),
    ),
  );
  const now = dismissalsOf(after, itemsOf(after)[index] as Item).filter(entry => entry.finding === finding);
  assert.ok(now.some(entry => entry.reason === reason.replace(/\s+/g, ' ').trim()));
}

function assertRelinked(
  before: Task['handLinks'],
  after: Task['handLinks'],
  moves: readonly LinkMove[],
): void {
  const moveOf = ({ hash, not }: HandLink) => moves.find(move => move.hash === hash && move.not === not);
  for (const link of before) {
    const move = moveOf(link);
    const wanted = move ? move.to?.hash : link.hash;
    // An unlink that comes to the commit of a link gives way to it.
    const mayBe = (not: boolean) => not === link.not || (link.not && move !== undefined);
    const there = after.filter(({ hash, not }) => mayBe(not) && wanted?.startsWith(hash));
    assert.ok(wanted === undefined || there.length > 0, JSON.stringify([before, after, moves]));
  }
  const known = [...before, ...moves.flatMap(({ not, to }) => (to ? [{ hash: to.hash, not }] : []))];
  const stays = (link: HandLink) =>
    known.some(
      ({ hash, not }) =>
        not === link.not && hash.startsWith(link.hash) && (hash !== link.hash || !moveOf(link)),
    );
  assert.ok(after.every(stays), JSON.stringify([before, after, moves]));
  assert.ok(after.length <= before.length);
}

describe('edits of native plans', function () {
  it('change what they mean and nothing else', () => {
    let made = 0;
    fc.assert(
      fc.property(files, change, fc.nat(), (texts, asked, pick) => {
        if (asked.kind === 'tick') {
          return;
        }
        const before = planOf(texts);
        const items = itemsOf(before).filter(item => item.id !== '' && !item.duplicate);
        const item = items[pick % items.length];
        // A title like an id would be found by what refers to that id.
        if (
          !item ||
          (asked.kind === 'set' && asked.field === 'title' && /^(?:APP-|m1)/.test(asked.value ?? ''))
        ) {
          return;
        }
        const path = item.file.slice('plan/'.length);
        const target: EditTarget = { kind: item.kind, id: item.id, line: item.line };
        const result = tryEdit(texts, path, target, asked, before);
        if (!result.ok) {
          return;
        }
        made++;
        const text = texts[path] ?? '';
        const edited = applyEdits(text, result.edits);
        assert.ok(!changesMore(parseDocument(text, 'markdown'), parseDocument(edited, 'markdown'), asked));
        const after = planOf({ ...texts, [path]: edited });
        const field = asked.kind === 'set' || asked.kind === 'setList' ? asked.field : asked.kind;
        const affected = AFFECTED[field] ?? [field];
        // The file of a milestone holds what is dismissed of its lines.
        const inherited =
          field === 'parent' || field === 'milestone'
            ? ['milestone']
            : field === 'dismiss'
              ? ['dismissed']
              : [];
        const all = itemsOf(after);
        assert.equal(all.length, itemsOf(before).length);
        itemsOf(before).forEach((old, index) => {
          const fields = old === item ? affected : inherited;
          assert.deepEqual(comparable(all[index] as Item, fields), comparable(old, fields));
        });
        if (asked.kind === 'dismiss') {
          assertDismissed(before, after, item, asked);
          const rest = edited.indexOf('\n---');
          assert.ok(text.endsWith(edited.slice(rest)) || !text.includes('\n---'));
          return;
        }
        assertChanged(item, all[itemsOf(before).indexOf(item)] as Item, asked);
        if ('inline' in item && item.inline) {
          const [own, others] = [edited.split('\n'), text.split('\n')];
          assert.equal(own.length, others.length);
          others.forEach((line, at) => assert.ok(at === item.line || own[at] === line));
        } else {
          assert.ok(edited.endsWith(text.slice(text.lastIndexOf('\n---'))));
        }
      }),
      { numRuns: 800 },
    );
    assert.ok(made > 200, `only ${made} edits were made`);
  });

  it('never throw, whatever the text', () => {
    const target = fc.record({
      kind: fc.constantFrom('task' as const, 'milestone' as const, 'risk' as const),
      id: fc.constantFrom('APP-10', 'APP-1', 'm1', ''),
      line: fc.nat({ max: 12 }),
    });
    const cut = fc.tuple(fc.nat(), fc.nat({ max: 20 }), fc.string({ maxLength: 4, unit: 'binary' }));
    fc.assert(
      fc.property(files, target, change, cut, (texts, target, asked, [at, length, insert]) => {
        const plan = planOf(texts);
        for (const [path, text] of Object.entries(texts)) {
          const start = at % (text.length + 1);
          const broken = text.slice(0, start) + insert + text.slice(start + length);
          const result = tryEdit({ [path]: broken }, path, target, asked, plan);
          if (result.ok) {
            applyEdits(broken, result.edits);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
