import assert from 'node:assert/strict';
import { webLinksOf } from '../../../../src/core/web/webLinks';

describe('web links', () => {
  it('finds files and commits on hosts that are known, however the remote is written', () => {
    for (const url of [
      'https://github.com/acme/harbor.git',
      'https://github.com/acme/harbor/',
      'git@github.com:acme/harbor.git',
      'ssh://git@github.com:22/acme/harbor',
      'https://ana:secret@GitHub.com/acme/harbor.git',
    ]) {
      const links = webLinksOf(url, 'main');
      assert.equal(links?.file('plan/a.md'), 'https://github.com/acme/harbor/blob/main/plan/a.md', url);
      assert.equal(links?.commit('0dbfdc11'), 'https://github.com/acme/harbor/commit/0dbfdc11');
    }
    const file = (url: string) => webLinksOf(url, 'release/1')?.file('plan/a.md');
    assert.equal(file('git@gitlab.com:a/b/c.git'), 'https://gitlab.com/a/b/c/-/blob/release/1/plan/a.md');
    assert.equal(file('git@bitbucket.org:a/b'), 'https://bitbucket.org/a/b/src/release/1/plan/a.md');
    assert.equal(file('https://codeberg.org/a/b'), 'https://codeberg.org/a/b/src/branch/release/1/plan/a.md');
  });

  it('writes nothing that would end a link, or a password', () => {
    const links = webLinksOf('https://ana:secret@github.com/acme/harbor', 'a#b');
    assert.equal(
      links?.file('plan/x (1) [2] <3>_*.md'),
      'https://github.com/acme/harbor/blob/a%23b/plan/x%20%281%29%20%5B2%5D%20%3C3%3E%5f%2a.md',
    );
  });

  it('knows no address on other hosts, in folders, and in what is no address', () => {
    for (const url of [
      'https://git.example.org/acme/harbor',
      'https://github.com.example.org/acme/harbor',
      'https://example.org/github.com/acme',
      'https://github.com/acme/har bor',
      'https://github.com/acme/a)b',
      'file:///srv/github.com/harbor.git',
      '/srv/git/harbor.git',
      '../harbor',
      '',
    ]) {
      assert.equal(webLinksOf(url, 'main'), undefined, url);
    }
  });
});
