import assert from 'node:assert/strict';
import { isGitFailure } from '../../../src/git/gitFailure';
import { isHash, parseRefs } from '../../../src/git/refs';

const A = 'a'.repeat(40);

function line(...fields: string[]): string {
  return `${fields.join('\0')}\n`;
}

describe('parseRefs', () => {
  it('reads heads, their upstream, and aliases', () => {
    const refs = parseRefs(
      Buffer.from(
        line('refs/heads/main', A, 'commit', '1700000000', '*', 'refs/remotes/origin/main', 'origin', '') +
          line('refs/heads/local', A, 'commit', '1', ' ', 'refs/heads/main', '.', '') +
          line('refs/remotes/origin/HEAD', A, 'commit', '2', ' ', '', '', 'refs/remotes/origin/main'),
      ),
    );
    const none = { upstream: undefined, remote: undefined, target: undefined };
    assert.deepEqual(refs, [
      {
        ...none,
        ref: 'refs/heads/main',
        tip: A,
        time: 1_700_000_000,
        current: true,
        upstream: 'refs/remotes/origin/main',
        remote: 'origin',
      },
      { ...none, ref: 'refs/heads/local', tip: A, time: 1, current: false, upstream: 'refs/heads/main' },
      {
        ...none,
        ref: 'refs/remotes/origin/HEAD',
        tip: A,
        time: 2,
        current: false,
        target: 'refs/remotes/origin/main',
      },
    ]);
  });

  it('leaves out refs that are no commits, and reads none from nothing', () => {
    assert.deepEqual(parseRefs(Buffer.from(line('refs/remotes/x/tag', A, 'tag', '', ' ', '', '', ''))), []);
    assert.deepEqual(parseRefs(Buffer.from('')), []);
  });

  it('fails on output that is cut or is not git', () => {
    const good = line('refs/heads/main', A, 'commit', '1', '*', '', '', '');
    for (const bad of [good.slice(0, -1), `${good}refs/heads/x`, 'hello\n', good.replace(A, 'abc')]) {
      assert.throws(() => parseRefs(Buffer.from(bad)), isGitFailure);
    }
  });
});

describe('isHash', () => {
  it('takes full object names only', () => {
    assert.ok(isHash(A));
    assert.ok(isHash('0'.repeat(64)));
    for (const text of ['', 'a', A.toUpperCase(), `${A}\n`, `-${A}`, 'a'.repeat(41)])
      assert.ok(!isHash(text));
  });
});
