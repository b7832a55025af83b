import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newItemFile } from '../../../../../src/core/formats/native/newItemFile';
import { newTaskLine } from '../../../../../src/core/formats/native/newTaskLine';
import type { Item, Plan } from '../../../../../src/core/plan/model';
import { applyEdits } from '../../../../../src/core/base/text';
import { itemsOf, planOf, type Files } from './editPlan';

const FILES: Files = {
  'milestones/beta.md': '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First\n  - [x] schema\n',
  'tasks/app-2-second.md': '---\nid: APP-2\ntitle: Second\n---\n',
  'risks/late.md': '---\nid: R-1\ntitle: Late\n---\n',
};

const title = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('Fix', '@li', '#a', 'est:3d', '`x', '<!--', '[x]', '-', 'a: b', 'ü😀', '"', '\\'),
        {
          minLength: 1,
        },
      )
      .map(words => words.join(' ')),
    fc.constantFrom(
      'CON',
      'null',
      '...',
      '---',
      '../../x',
      '# no',
      'Tasks',
      'late',
      'Beta',
      '7',
      '~',
      '𐐀'.repeat(300),
    ),
  )
  // As the application hands it on.
  .map(text => text.replace(/\s+/g, ' ').trim())
  // Control characters are typed by nobody, and the reader takes some for the end of a line.
  .filter(text => text !== '' && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text));

const body = fc
  .array(
    fc.constantFrom(
      '## Tasks',
      '# Tasks',
      '### Backend',
      '## Success',
      '- [ ] APP-1 First',
      '* [/] APP-3 Third @li',
      '  - [ ] APP-3.1 Part',
      '  - [x] schema',
      '1. [ ] APP-4 Fourth',
      '  more of it',
      'lazy text',
      '',
      '```',
      '> quote',
      '---',
      '<!-- note',
      '-->',
      '\ttab',
      '<<<<<<< ours',
    ),
    { maxLength: 14 },
  )
  .chain(lines =>
    fc
      .tuple(fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([eol, end]) => lines.join(eol) + (end ? eol : '')),
  );

/** What stands in a plan, without lines, which move below a new one. */
function said(items: readonly Item[]): readonly string[] {
  return items.map(item =>
    JSON.stringify(item, (key, value: unknown) => (key === 'line' || key === 'range' ? undefined : value)),
  );
}

function theNew(before: Plan, after: Plan, id: string): Item | undefined {
  const isNew = (item: Item): boolean => item.id === id;
  assert.deepEqual(said(itemsOf(after).filter(item => !isNew(item))), said(itemsOf(before)));
  const [item, ...more] = itemsOf(after).filter(isNew);
  assert.equal(more.length, 0);
  return item;
}

describe('a new item', () => {
  it('as a line is one more task of its milestone, and changes no other item', () => {
    let lines = 0;
    fc.assert(
      fc.property(body, title, (text, title) => {
        const path = 'milestones/beta.md';
        const files = { ...FILES, [path]: `---\ntitle: Beta\n---\n${text}` };
        const before = planOf(files);
        const added = newTaskLine(files[path], { id: 'APP-77', title }, before.settings);
        if (added) {
          lines++;
          const changed = { ...files, [path]: applyEdits(files[path], [added.edit]) };
          const item = theNew(before, planOf(changed), 'APP-77');
          assert.ok(item?.kind === 'task' && item.inline);
          assert.deepEqual(
            [item.title, item.milestone, item.parent, item.line, item.category, item.checklist.length],
            [title, 'BETA', undefined, added.line, 'open', 0],
          );
        }
      }),
      { numRuns: 2_000 },
    );
    assert.ok(lines > 200, `${lines} lines`);
  });

  it('as a file is one more item with these fields, and changes no other item', () => {
    const kind = fc.constantFrom('task' as const, 'milestone' as const, 'risk' as const);
    const level = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(kind, title, level, level, (kind, title, probability, impact) => {
        const before = planOf(FILES);
        const id = { task: 'APP-77', milestone: undefined, risk: 'R-77' }[kind];
        const levels = kind === 'risk' ? { probability, impact } : {};
        const fields = { ...levels, ...(kind === 'task' && { milestone: 'beta' }) };
        const { path, text } = newItemFile(before, 'plan', { kind, id, title, ...fields });
        const inside = path.slice('plan/'.length);
        assert.match(path, new RegExp(`^plan/${kind}s/[^/\\\\:*?"<>|\\s.]+\\.md$`, 'u'));
        assert.doesNotMatch(path, /\/(con|prn|aux|nul|com\d|lpt\d)\.md$/);
        assert.ok(!(inside in FILES), path);
        assert.ok(Buffer.byteLength(path.slice(path.lastIndexOf('/') + 1)) <= 255, path);
        const after = planOf({ ...FILES, [inside]: text });
        const item = theNew(before, after, id ?? inside.replace(/^.*\/|\.md$/g, ''));
        assert.equal(item?.kind, kind);
        assert.equal(item.title, title);
        if (item.kind === 'risk') {
          assert.deepEqual([item.status, item.probability, item.impact], ['open', probability, impact]);
        }
        assert.ok(item.kind !== 'task' || item.milestone === 'BETA');
        assert.deepEqual(after.problems, before.problems);
      }),
      { numRuns: 2_000 },
    );
  });
});
