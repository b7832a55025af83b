import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexInline } from '../../../../../src/core/documents/inlineTask';
import type { InlineKind } from '../../../../../src/core/documents/inlineTask';

const APP = { prefix: 'APP', aliases: ['OLD'] };
const lex = (text: string, prefixes = APP) =>
  lexInline(text, prefixes).map(({ kind, value }) => `${kind} ${value}`);

describe('an inline task', () => {
  it('has its id first, attributes anywhere, and a title of the rest', () => {
    assert.deepEqual(
      lex('APP-31 Rate-limit sign-in @li #security !high est:3d due:2026-11-20 after:APP-30'),
      [
        'id APP-31',
        'title Rate-limit sign-in',
        'assignee @li',
        'label security',
        'priority high',
        'estimate 3d',
        'due 2026-11-20',
        'after APP-30',
      ],
    );
    assert.deepEqual(lex('APP-1 Move @ana the data left:1d now'), [
      'id APP-1',
      'title Move',
      'assignee @ana',
      'title the data',
      'remaining 1d',
      'title now',
    ]);
  });

  it('reads quoted values and hand-made links', () => {
    assert.deepEqual(
      lex('APP-1 x status:"in review" commit:0a1b2c3 !commit:ffffffffffff needs:staging branch:a/b'),
      [
        'id APP-1',
        'title x',
        'status in review',
        'commit 0a1b2c3',
        'not-commit ffffffffffff',
        'needs staging',
        'branch a/b',
      ],
    );
  });

  it('reads a quoted value of any length', () => {
    const name = 'a b '.repeat(1_000).trim();
    assert.deepEqual(lex(`APP-1 x status:"${name}" @li`), [
      'id APP-1',
      'title x',
      `status ${name}`,
      'assignee @li',
    ]);
    const open = 'status:" '.repeat(100_000).trim();
    assert.ok(lex(`APP-1 ${open}`).length > 1);
  });

  it('leaves what is no valid attribute in the title', () => {
    const words = 'a@b.org see#x #123 !important `@li #x due:soon` http://x.org/#y @ # ! start: Est:soon';
    assert.deepEqual(lex(`APP-1 ${words}`), ['id APP-1', `title ${words}`]);
  });

  it('keeps comments apart from title and attributes', () => {
    assert.deepEqual(lex('APP-1 a <!-- keep due:2026-01-01 --> b <!-- open @li'), [
      'id APP-1',
      'title a',
      'comment <!-- keep due:2026-01-01 -->',
      'title b <!-- open',
      'assignee @li',
    ]);
  });

  it('keeps a known key with a wrong value out of the title', () => {
    assert.deepEqual(lex('APP-1 a est:3days b due:"next week" after:APP-2+x commit:xyz'), [
      'id APP-1',
      'title a',
      'invalid 3days',
      'title b',
      'invalid next week',
      'invalid APP-2+x',
      'invalid xyz',
    ]);
  });

  it('tells an id from a hyphenated word by the prefixes of the plan', () => {
    assert.deepEqual(lex('Rate-limit sign-in'), ['title Rate-limit sign-in']);
    assert.deepEqual(lex('UTF-8 everywhere'), ['title UTF-8 everywhere']);
    assert.deepEqual(lex('old-3.1: Move'), ['id old-3.1', 'title Move']);
    assert.deepEqual(lex('X-1 a', { prefix: '', aliases: [] }), ['id X-1', 'title a']);
    assert.deepEqual(lex('Pre-release', { prefix: '', aliases: [] }), ['title Pre-release']);
  });

  it('takes a link to a file for a reference', () => {
    assert.deepEqual(lex('[APP-40](../tasks/app-40.md)'), ['reference APP-40']);
    assert.deepEqual(lex('[APP-40 Audit](../tasks/app-40.md) @li'), ['reference APP-40', 'assignee @li']);
    assert.deepEqual(lex('[Audit](../tasks/app-40.md)'), ['title [Audit](../tasks/app-40.md)']);
  });

  it('covers the text with tokens in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'APP-1',
      ' ',
      '@a',
      '#b',
      '!low',
      'est:2d',
      '`',
      '"',
      'status:"',
      ':',
      '[',
      '](',
      ')',
      '\t',
      'x',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(text, line => {
        let at = 0;
        for (const { start, end } of lexInline(line, APP)) {
          assert.match(line.slice(at, start), /^:?\s*$/);
          assert.ok(start >= at && end > start && end <= line.length);
          at = end;
        }
        assert.equal(line.slice(at).trim().replace(/^:/, ''), '');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back what it was written from', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const person = fc.stringMatching(/^@[a-z][a-z0-9.-]{0,5}$/);
    const attribute = fc.oneof(
      person.map(value => ['assignee', value, value] as const),
      word.map(value => ['label', value, `#${value}`] as const),
      fc.constantFrom('low', 'critical').map(value => ['priority', value, `!${value}`] as const),
      fc.constantFrom('3d', '2d/3d/8d', '5').map(value => ['estimate', value, `est:${value}`] as const),
      fc.constantFrom('2026-11-20').map(value => ['due', value, `due:${value}`] as const),
      fc.constantFrom('in review').map(value => ['status', value, `status:"${value}"`] as const),
      fc.stringMatching(/^[0-9a-f]{12}$/).map(value => ['commit', value, `commit:${value}`] as const),
    );
    const plainWord = word.map(value => ['title', value, value] as const);
    fc.assert(
      fc.property(fc.array(fc.oneof(attribute, plainWord), { maxLength: 12 }), pieces => {
        const tokens = lexInline(['APP-7', ...pieces.map(([, , written]) => written)].join(' '), APP);
        const values = (kind: InlineKind) =>
          tokens.filter(token => token.kind === kind).map(({ value }) => value);
        for (const kind of [
          'assignee',
          'label',
          'priority',
          'estimate',
          'due',
          'status',
          'commit',
        ] as const) {
          assert.deepEqual(
            values(kind),
            pieces.filter(([own]) => own === kind).map(([, value]) => value),
          );
        }
        const title = pieces.filter(([own]) => own === 'title').map(([, value]) => value);
        assert.deepEqual([values('id'), values('title').join(' ')], [['APP-7'], title.join(' ')]);
      }),
    );
  });
});
