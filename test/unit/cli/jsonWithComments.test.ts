import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJsonWithComments } from '../../../src/cli/jsonWithComments';

describe('JSON with comments', () => {
  it('is read without its comments and last commas', () => {
    const text = `\ufeff// first
    { /* a, b */ "url": "http://x//y", "text": "a \\" /* no */ // no",
      "list": [1, 2, /* last */ ], // end
    }
    /* done **/`;
    assert.deepEqual(parseJsonWithComments(text), {
      url: 'http://x//y',
      text: 'a " /* no */ // no',
      list: [1, 2],
    });
  });

  it('is an error where it is no JSON either way', () => {
    for (const text of ['', '{', '[1,,2]', '{"a": 1 /* open', '"open', '[,]x', '/']) {
      assert.throws(() => parseJsonWithComments(text), SyntaxError, text);
    }
  });

  it('gives what JSON gives, with comments anywhere between', () => {
    const comment = fc.constantFrom('/* , ] */', '// }\\n\n', ' ', '\n');
    fc.assert(
      fc.property(fc.jsonValue(), comment, (value, gap) => {
        const text = JSON.stringify([value], undefined, '\t').replace(/\n\t*/g, gap);
        assert.deepEqual(parseJsonWithComments(text), JSON.parse(JSON.stringify([value])));
      }),
    );
  });
});
