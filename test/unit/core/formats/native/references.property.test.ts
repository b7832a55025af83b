import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/core/base/text';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { nativeReferences } from '../../../../../src/core/formats/native/references';
import { renaming } from '../../../../../src/core/formats/references';
import { idKey } from '../../../../../src/core/plan/ids';
import type { Plan } from '../../../../../src/core/plan/model';

type Files = Readonly<Record<string, string>>;

function read(files: Files): Plan {
  return nativeFormat.assemble({
    root: '/root',
    folder: 'plan',
    unreadable: [],
    files: Object.entries(files).map(([path, text]) => ({
      path: `plan/${path}`,
      document: parseDocument(text, 'markdown'),
    })),
  });
}

function renumbered(files: Files, from: string, to: string): Files {
  const { settings } = read(files);
  const isOld = (id: string): boolean => idKey(id) === idKey(from);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const document = parseDocument(text, 'markdown');
      const found = nativeReferences(text, document, isOld, settings);
      return [path, applyEdits(text, renaming(found, to))];
    }),
  );
}

/** Everything that a plan says, without the order of its items, and with another id where an id stands by itself. */
function said(plan: Plan, from: string, to: string): unknown {
  const other = (_: string, value: unknown): unknown =>
    typeof value === 'string' && [from, idKey(from)].includes(value.split('+', 1)[0]?.trim() ?? '')
      ? to + value.replace(/^[^+]*?(?=\s*(?:\+|$))/, '')
      : value;
  const lines = (list: readonly object[]): readonly string[] =>
    list.map(one => JSON.stringify(one, other).replace(/"line":\d+|"(?:start|end)":\{[^}]*\}/g, '')).sort();
  return {
    tasks: lines(plan.tasks),
    risks: lines(plan.risks),
    milestones: lines(plan.milestones),
    problems: plan.problems.map(({ file, message }) => `${file} ${message.code}`).sort(),
  };
}

const ids = ['APP-1', 'APP-2', 'app-03', 'APP-12', 'APP-2.1'];
const id = fc.constantFrom(...ids);
const some = fc.array(id, { maxLength: 2 });
/** Texts that hold ids and are no references. */
const trap = fc.constantFrom(
  '',
  ' branch:feature/APP-2',
  ' `APP-2`',
  ' commit:abc1234',
  ' #APP-2-like',
  ' alias:SHOP-2',
);

const line = fc
  .record({ after: some, lag: fc.constantFrom('', '+2d'), trap, link: fc.boolean(), deep: fc.boolean() })
  .map(({ after, lag, trap: more, link, deep }) => (own: string) => {
    const name = link ? `[${own}](../tasks/app-2.md)` : own;
    const waits = after.length > 0 ? ` after:${after.map(one => one + lag).join(',')}` : '';
    return `${deep ? '  ' : ''}- [ ] ${name} Work${waits}${more}`;
  });

const taskFile = fc
  .record({ after: some, parent: id, quote: fc.constantFrom('', "'", '"'), style: fc.boolean(), note: trap })
  .map(({ after, parent, quote, style, note }) => (own: string) => {
    const list = after.map(one => `${quote}${one} + 1d${quote}`);
    return [
      ...['---', `id: ${quote}${own}${quote}`, 'title: Own', `parent: ${parent}`],
      ...(style ? [`depends_on: [${list.join(', ')}]`] : ['dependsOn:', ...list.map(one => `  - ${one}`)]),
      ...[
        'branch: feature/APP-2-x',
        "commits: ['abc1234def56 2026-01-02 APP-2 did it']",
        'dismissed: []',
        '---',
        '',
      ],
      ...[
        `See APP-2, [APP-12](app-12.md) and https://example.org/APP-2${note}`,
        '',
        '```',
        'APP-2',
        '```',
        '',
      ],
    ].join('\n');
  });

const files = fc
  .record({ lines: fc.array(line, { minLength: 4, maxLength: 4 }), task: taskFile, tasks: some, about: id })
  .map(({ lines, task, tasks, about }): Files => {
    const inline = ['APP-1', 'app-03', 'APP-12', 'APP-2.1'].map((own, place) => lines[place]?.(own) ?? '');
    return {
      'project.md': `---\nkey: APP\ndismissed:\n  - {item: ${about}, finding: overdue, reason: as APP-2 says}\n---\n`,
      'milestones/m.md': `---\ntitle: M\n---\n## Tasks\n\n${inline.join('\n')}\n- [/] APP-2\n`,
      'tasks/app-2.md': task('APP-2'),
      'risks/r-1.md': `---\nid: R-1\ntitle: Risk\ntasks: [${tasks.join(', ')}]\n---\n`,
    };
  });

describe('references of a native plan', () => {
  it('give the same plan under another id, and back', () => {
    fc.assert(
      fc.property(files, id, (plan, from) => {
        const after = renumbered(plan, from, 'APP-99');
        assert.deepEqual(said(read(after), 'APP-99', 'APP-99'), said(read(plan), from, 'APP-99'));
        // Nothing but the id has changed: written back as it was in its own place, the texts are those of before.
        const back = renumbered(after, 'APP-99', from);
        const plain = (text: string): string => text.replace(/app-0?3(?!\d)/gi, 'APP-3');
        Object.entries(plan).forEach(([path, text]) => assert.equal(plain(back[path] ?? ''), plain(text)));
      }),
      { numRuns: 40 },
    );
  });

  it('are told by what they say, and are none in code, addresses, branches and what was', () => {
    const text = [
      ...['---', 'title: After APP-2', 'depends_on: APP-2', 'branch: x/APP-2', '---', '# About APP-2', ''],
      ...[
        '## Tasks',
        '',
        '- [ ] APP-2 A after:APP-2 `APP-2`',
        '',
        '[APP-2](a/APP-2.md) <x:APP-2> APP-21 APP-2-b',
      ],
    ].join('\n');
    const document = parseDocument(text, 'markdown');
    const { settings } = read({ 'project.md': '---\nkey: APP\n---\n' });
    const found = nativeReferences(text, document, one => one === 'APP-2', settings);
    assert.deepEqual(
      found.map(({ kind, start, end }) => [
        kind,
        text.slice(start, end),
        text.slice(0, start).split('\n').length,
      ]),
      [
        ['mention', 'APP-2', 2],
        ['field', 'APP-2', 3],
        ['mention', 'APP-2', 6],
        ['line', 'APP-2', 10],
        ['dependency', 'APP-2', 10],
        ['mention', 'APP-2', 12],
      ],
    );
  });
});
