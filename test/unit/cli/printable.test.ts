import assert from 'node:assert/strict';
import { jsonLines, printable } from '../../../src/cli/printable';

const ESC = '\u001b';

describe('a line for the terminal', () => {
  for (const [what, text, shown] of [
    ['clears the screen', `a${ESC}[2Jb`, 'a\ufffd[2Jb'],
    ['names the window', `a${ESC}]0;b\u0007c`, 'a\ufffd]0;b\ufffdc'],
    ['colours, by one byte', 'a\u009b31mb', 'a\ufffd31mb'],
    ['takes back what was written', 'a\u0008\u007fb', 'a\ufffd\ufffdb'],
    ['writes over the line', 'a\rb', 'a b'],
    ['begins other lines', 'a\nb\r\nc\u2028d\u2029e', 'a b  c d e'],
    ['turns the direction of writing', 'a\u202eb\u2066c', 'a\ufffdb\ufffdc'],
    ['ends a text', 'a\0b', 'a\ufffdb'],
  ] as const) {
    it(`does nothing that ${what}`, () => assert.equal(printable(text), shown));
  }

  it('keeps tabs, letters of every script and what they are joined and marked with', () => {
    const text = 'a\tb é 漢 עברית\u200f العربية 👩\u200d💻 e\u0301';
    assert.equal(printable(text), text);
  });
});

describe('a value as JSON for the terminal', () => {
  it('is what it was, and steers nothing', () => {
    const value = { [`k${ESC}`]: `a${ESC}[2J\u009b\u202e\u2066\u007f\n\r\u2028 "\\ é` };
    const lines = jsonLines(value);
    assert.deepEqual(JSON.parse(lines.join('\n')), value);
    assert.doesNotMatch(lines.join(''), /[^\t -\u007e\u00a0-\u200f\u2028é]/);
    assert.equal(lines.length, 3);
  });
});
