import assert from 'node:assert/strict';
import type { Field, Value } from '../../../../src/core/documents/document';
import { parseDocument } from '../../../../src/core/documents/parseDocument';

const text = (...lines: string[]) => lines.join('\n');
const front = (...lines: string[]) => text('---', ...lines, '---', '');

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.text;
    case 'list':
      return value.items.map(plain);
    default:
      return value.fields.map(({ key, value: inner }) => [key, plain(inner)]);
  }
}

const pairs = (fields: readonly Field[]) => fields.map(({ key, value }) => [key, plain(value)]);

/** Fields and problem codes of a front matter. */
function read(...lines: string[]): { fields: unknown; problems: string[] } {
  const { fields, problems } = parseDocument(front(...lines), 'markdown');
  return { fields: pairs(fields), problems: problems.map(({ message }) => message.code) };
}

describe('front matter', () => {
  it('keeps scalars as their source text', () => {
    assert.deepEqual(
      read('a: 1e12345', 'b: 007 # comment', 'c: 2026-01-02', "d: 'it''s'", 'e: "x # y"', 'f: x#y', 'g: yes'),
      {
        fields: [
          ['a', '1e12345'],
          ['b', '007'],
          ['c', '2026-01-02'],
          ['d', "it's"],
          ['e', 'x # y'],
          ['f', 'x#y'],
          ['g', 'yes'],
        ],
        problems: [],
      },
    );
  });

  it('reads null as empty, but not in quotes', () => {
    assert.deepEqual(read('a:', 'b: ~', 'c: null', "d: 'null'", 'e: [~, x]').fields, [
      ['a', ''],
      ['b', ''],
      ['c', ''],
      ['d', 'null'],
      ['e', ['', 'x']],
    ]);
  });

  it('reads lists in every style, and maps', () => {
    assert.deepEqual(
      read(
        'a: [x, y]',
        'b:',
        '  - x',
        '# note',
        '  - "y"',
        'c:',
        '- x',
        'd: []',
        'e: {f: 1, g: [2]}',
        'h:',
        '  i: 3',
      ),
      {
        fields: [
          ['a', ['x', 'y']],
          ['b', ['x', 'y']],
          ['c', ['x']],
          ['d', []],
          [
            'e',
            [
              ['f', '1'],
              ['g', ['2']],
            ],
          ],
          ['h', [['i', '3']]],
        ],
        problems: [],
      },
    );
  });

  it('accepts what people write and YAML does not', () => {
    assert.deepEqual(
      read('assignee: @ana', 'b: [@a, @b]', 'title: a: b', 'c:', '  - @ana', '  - x', 'd: [WIP] Sign in'),
      {
        fields: [
          ['assignee', '@ana'],
          ['b', ['@a', '@b']],
          ['title', 'a: b'],
          ['c', ['@ana', 'x']],
          ['d', '[WIP] Sign in'],
        ],
        problems: [],
      },
    );
  });

  it('reports a broken field and reads the others', () => {
    const document = parseDocument(
      front('id: APP-1', 'title: "open', 'labels: [a', 'status: Done'),
      'markdown',
    );
    assert.deepEqual(pairs(document.fields), [
      ['id', 'APP-1'],
      ['title', '"open'],
      ['labels', '[a'],
      ['status', 'Done'],
    ]);
    assert.deepEqual(
      document.problems.map(({ message, severity, range }) => [message.code, severity, range.start.line]),
      [
        ['yaml', 'warning', 2],
        ['yaml', 'warning', 3],
      ],
    );
  });

  it('gives the ranges of keys and values, with BOM and CRLF', () => {
    const source = '\uFEFF---\r\nid: APP-1\r\nlabels:\r\n  - a\r\n  - b # c\r\n---\r\n# T\r\n\r\n- [x] y\r\n';
    const { fields, headings, checks } = parseDocument(source, 'markdown');
    assert.deepEqual(
      fields.map(({ range, value }) => [range.start, value.range.start, value.range.end]),
      [
        [
          { line: 1, character: 0 },
          { line: 1, character: 4 },
          { line: 1, character: 9 },
        ],
        [
          { line: 2, character: 0 },
          { line: 3, character: 2 },
          { line: 4, character: 5 },
        ],
      ],
    );
    assert.deepEqual(headings, [{ level: 1, text: 'T', line: 6 }]);
    assert.deepEqual(checks, [{ line: 8, heading: 0, mark: 'x', markAt: 3, text: 'y', textAt: 6 }]);
  });

  it('keeps both fields of a key that stands twice, with a problem', () => {
    assert.deepEqual(read('a: 1', 'a: 2'), {
      fields: [
        ['a', '1'],
        ['a', '2'],
      ],
      problems: ['duplicate-field'],
    });
  });

  it('reports a key that stands twice in another spelling, or in a map in braces', () => {
    assert.deepEqual(read('depends_on: A-1', 'dependsOn: A-2').problems, ['duplicate-field']);
    assert.deepEqual(read('{a: 1, a: 2}').problems, ['duplicate-field']);
    assert.deepEqual(read('a: {b: 1}', 'b: {a: 1}').problems, []);
  });

  it('takes `__proto__` for a key like any other', () => {
    assert.deepEqual(read('__proto__: {x: 1}').fields, [['__proto__', [['x', '1']]]]);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  it('does not follow aliases', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]'];
    assert.ok(JSON.stringify(read(...bomb)).length < 300);
  });

  it('reads on without a closing line', () => {
    const { fields, problems, headings } = parseDocument(text('---', 'id: APP-1', '', '# Title'), 'markdown');
    assert.deepEqual(pairs(fields), [['id', 'APP-1']]);
    assert.deepEqual(
      problems.map(({ message }) => message.code),
      ['front-matter-open'],
    );
    assert.equal(headings[0]?.line, 3);
  });

  it('takes a ruled line at the top for what it is', () => {
    const { fields, problems } = parseDocument(text('---', '', 'Some text'), 'markdown');
    assert.deepEqual([fields, problems], [[], []]);
  });

  it('has a problem where a lone CR ends every line, in Markdown and in YAML, and only there', () => {
    const problems = (source: string, syntax: 'markdown' | 'yaml') =>
      parseDocument(source, syntax).problems.filter(({ message }) => message.code === 'unreadable').length;
    assert.equal(problems('# Plan\r\r- [ ] One\r', 'markdown'), 1);
    assert.equal(problems('a: 1\rb: 2\r', 'yaml'), 1);
    for (const source of ['', 'a: 1', 'a: 1\r', 'a: 1\r\n', 'a: 1\r\nb: 2', 'a: x\ry\nb: 2\n']) {
      assert.equal(problems(source, 'markdown') + problems(source, 'yaml'), 0, JSON.stringify(source));
    }
  });

  it('reads a YAML file whole', () => {
    const { fields } = parseDocument('\uFEFF# settings\nstatuses: ["To Do", Done]\nid: x\n', 'yaml');
    assert.deepEqual(pairs(fields), [
      ['statuses', ['To Do', 'Done']],
      ['id', 'x'],
    ]);
  });
});

describe('conflict markers', () => {
  it('leave "ours", with the line numbers of the file', () => {
    const source = text(
      '---',
      '<<<<<<< HEAD',
      'status: Done',
      '||||||| base',
      'status: Open',
      '=======',
      'status: Closed',
      '>>>>>>> theirs',
      'title: x',
      '---',
      '- [ ] a',
    );
    const { fields, checks, problems, conflict } = parseDocument(source, 'markdown');
    assert.deepEqual(
      fields.map(({ key, value, range }) => [key, plain(value), range.start.line]),
      [
        ['status', 'Done', 2],
        ['title', 'x', 8],
      ],
    );
    assert.equal(checks[0]?.line, 10);
    assert.ok(conflict);
    assert.deepEqual(
      problems.map(({ message, severity }) => [message.code, severity]),
      [['conflict', 'error']],
    );
  });

  it('leave the front matter of a file that both sides have added', () => {
    const source = text(
      '<<<<<<< HEAD',
      '---',
      'id: APP-1',
      '---',
      '- [ ] a',
      '=======',
      '---',
      'id: X',
      '---',
      '>>>>>>> b',
    );
    const { fields, checks, problems } = parseDocument(source, 'markdown');
    assert.deepEqual(
      fields.map(({ key, value, range }) => [key, plain(value), range.start.line]),
      [['id', 'APP-1', 2]],
    );
    assert.deepEqual(
      checks.map(({ line }) => line),
      [4],
    );
    assert.deepEqual(
      problems.map(({ message }) => message.code),
      ['conflict'],
    );
  });

  it('are not seen in an underlined heading', () => {
    const { conflict, headings } = parseDocument(text('Title', '======='), 'markdown');
    assert.ok(!conflict);
    assert.equal(headings[0]?.text, 'Title');
  });
});

describe('check lines', () => {
  const marks = (...lines: string[]) =>
    parseDocument(text(...lines), 'markdown').checks.map(
      ({ line, parent, mark, text: rest }) => [line, parent ?? null, mark, rest] as const,
    );

  it('know the line they are indented under', () => {
    assert.deepEqual(marks('- [ ] a', '  - [x] b', '  - plain', '    - [/] c', '* [-] d', '1. [?] e'), [
      [0, null, ' ', 'a'],
      [1, 0, 'x', 'b'],
      [3, 0, '/', 'c'],
      [4, null, '-', 'd'],
      [5, null, '?', 'e'],
    ]);
  });

  it('do not count in code, comments and quotes', () => {
    assert.deepEqual(
      marks(
        '```',
        '- [ ] a',
        '```',
        '',
        '<!--',
        '- [ ] b',
        '-->',
        '',
        '> - [ ] c',
        '',
        '    - [ ] d',
        '',
        '- [ ] e',
      ),
      [[12, null, ' ', 'e']],
    );
  });

  it('need a space after the box', () => {
    assert.deepEqual(marks('- [x](link)', '- [xx] a', '- []', '- [ ]'), [[3, null, ' ', '']]);
  });

  it('stand below their heading', () => {
    const { checks } = parseDocument(text('# A', '- [ ] a', '', 'B', '---', '- [ ] b'), 'markdown');
    assert.deepEqual(
      checks.map(({ heading }) => heading),
      [0, 1],
    );
  });
});
