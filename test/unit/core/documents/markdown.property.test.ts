import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { readMarkdown } from '../../../../src/core/documents/markdown';
import { LineIndex } from '../../../../src/core/base/text';

const LINES = [
  ...['', ' ', '# One', '## Two #', 'text', 'more text', '===', '---', '***', '#', '> - [ ] said', '\tcode'],
  ...[
    '- [ ] box',
    '- [x] done',
    '* [/] half',
    '1. [ ] first',
    '2) [-] second',
    '- text',
    '-',
    '+ [ ]',
    '- - [ ] b',
  ],
  ...[
    '```',
    '~~~',
    '<!-- note',
    '-->',
    '<!-- a -->',
    '<div>',
    '</div>',
    '<b>',
    '[a]: b',
    'a | b',
    '- | -',
    '\\',
  ],
];
const line = fc
  .tuple(fc.constantFrom(0, 0, 0, 1, 2, 2, 3, 4, 6, 8), fc.constantFrom(...LINES))
  .map(([indent, text]) => ' '.repeat(indent) + text);
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

/** What the library itself gives: headings, and paragraphs on the line of their list item, by its tokens. */
function byTokens(body: string): { headings: string[]; boxes: number[] } {
  const markdown = new MarkdownIt({ html: true, maxNesting: 40 });
  markdown.block.ruler.disable(['table', 'reference', 'blockquote']);
  markdown.core.ruler.enableOnly(['normalize', 'block']);
  const tokens = markdown.parse(body, {});
  const headings: string[] = [];
  const boxes: number[] = [];
  tokens.forEach(({ type, content, map }, index) => {
    const before = tokens[index - 1];
    if (type !== 'inline') return;
    if (before?.type === 'heading_open') {
      if (!content.startsWith('>'))
        headings.push(`${before.tag} ${before.map?.[0]} ${content.replace(/\s+/g, ' ').trim()}`);
    } else if (tokens[index - 2]?.type === 'list_item_open' && /^\[.\](?:\s|$)/.test(content)) {
      if (tokens[index - 2]?.map?.[0] === map?.[0]) boxes.push(map?.[0] ?? -1);
    }
  });
  return { headings, boxes };
}

describe('blocks of a Markdown body', () => {
  it('are those that the library finds', () => {
    fc.assert(
      fc.property(text, body => {
        const { headings, checks } = readMarkdown(body, new LineIndex(body), 0);
        assert.deepEqual(
          {
            headings: headings.map(heading => `h${heading.level} ${heading.line} ${heading.text}`),
            boxes: checks.map(check => check.line),
          },
          byTokens(body),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
