import assert from 'node:assert/strict';
import type { ForgeKind } from '../../../../src/core/plan/forgeKind';
import { webLinksOf } from '../../../../src/core/web/webLinks';

/** Remotes as the documentation of each forge writes them, and the page that compares `feature/a#1` with `main`. */
const PAGES: readonly (readonly [remote: string, page: string])[] = [
  [
    'https://github.com/octo-org/octo-repo.git',
    'https://github.com/octo-org/octo-repo/compare/main...feature/a%231',
  ],
  [
    'ssh://git@ssh.github.com:443/octo-org/octo-repo.git',
    'https://github.com/octo-org/octo-repo/compare/main...feature/a%231',
  ],
  [
    'https://octocorp.ghe.com/octo-org/octo-repo.git',
    'https://octocorp.ghe.com/octo-org/octo-repo/compare/main...feature/a%231',
  ],
  [
    'git@gitlab.com:gitlab-org/sub/gitlab.git',
    'https://gitlab.com/gitlab-org/sub/gitlab/-/compare/main...feature/a%231',
  ],
  [
    'https://ana@bitbucket.org/tutorials/tutorials.git',
    'https://bitbucket.org/tutorials/tutorials/pull-requests/new?source=feature%2Fa%231&dest=main',
  ],
  [
    'https://codeberg.org/forgejo/forgejo.git',
    'https://codeberg.org/forgejo/forgejo/compare/main...feature/a%231',
  ],
  // Azure DevOps: https, ssh, the address before 2018, and its ssh.
  [
    'https://fabrikam@dev.azure.com/fabrikam/Fiber%20Optics/_git/Repo',
    'https://dev.azure.com/fabrikam/Fiber%20Optics/_git/Repo/branchCompare?baseVersion=GBmain&targetVersion=GBfeature%2Fa%231',
  ],
  [
    'git@ssh.dev.azure.com:v3/fabrikam/FabrikamFiber/Repo',
    'https://dev.azure.com/fabrikam/FabrikamFiber/_git/Repo/branchCompare?baseVersion=GBmain&targetVersion=GBfeature%2Fa%231',
  ],
  [
    'https://fabrikam.visualstudio.com/DefaultCollection/FabrikamFiber/_git/Repo',
    'https://fabrikam.visualstudio.com/DefaultCollection/FabrikamFiber/_git/Repo/branchCompare?baseVersion=GBmain&targetVersion=GBfeature%2Fa%231',
  ],
  [
    'fabrikam@vs-ssh.visualstudio.com:v3/fabrikam/FabrikamFiber/Repo',
    'https://dev.azure.com/fabrikam/FabrikamFiber/_git/Repo/branchCompare?baseVersion=GBmain&targetVersion=GBfeature%2Fa%231',
  ],
];

/** The same at a host of one's own, which the plan names. */
const OWN: readonly (readonly [kind: ForgeKind, remote: string, page: string])[] = [
  ['github', 'git@git.corp.example:a/b.git', 'https://git.corp.example/a/b/compare/main...feature/a%231'],
  [
    'gitlab',
    'https://git.corp.example:8443/a/b/c.git',
    'https://git.corp.example:8443/a/b/c/-/compare/main...feature/a%231',
  ],
  [
    'gitea',
    'ssh://git@git.corp.example:2222/a/b.git',
    'https://git.corp.example/a/b/compare/main...feature/a%231',
  ],
  [
    'forgejo',
    'http://git.corp.example:3000/forge/a/b',
    'https://git.corp.example/forge/a/b/compare/main...feature/a%231',
  ],
  [
    'bitbucket',
    'https://git.corp.example/scm/PROJ/repo.git',
    'https://git.corp.example/projects/PROJ/repos/repo/compare/diff?targetBranch=refs%2Fheads%2Fmain&sourceBranch=refs%2Fheads%2Ffeature%2Fa%231',
  ],
  [
    'bitbucket',
    'https://git.corp.example/bitbucket/scm/PROJ/repo.git',
    'https://git.corp.example/bitbucket/projects/PROJ/repos/repo/compare/diff?targetBranch=refs%2Fheads%2Fmain&sourceBranch=refs%2Fheads%2Ffeature%2Fa%231',
  ],
  [
    'bitbucket',
    'ssh://git@git.corp.example:7999/~ana/repo.git',
    'https://git.corp.example/users/ana/repos/repo/compare/diff?targetBranch=refs%2Fheads%2Fmain&sourceBranch=refs%2Fheads%2Ffeature%2Fa%231',
  ],
  [
    'azure',
    'https://git.corp.example/tfs/DefaultCollection/Fiber/_git/Repo',
    'https://git.corp.example/tfs/DefaultCollection/Fiber/_git/Repo/branchCompare?baseVersion=GBmain&targetVersion=GBfeature%2Fa%231',
  ],
];

describe('compare pages', () => {
  const compare = (remote: string, forges?: ReadonlyMap<string, ForgeKind>): string | undefined =>
    webLinksOf(remote, 'main', forges)?.compare('feature/a#1');

  for (const [remote, page] of PAGES) {
    it(`knows that of ${remote}`, () => assert.equal(compare(remote), page));
  }
  for (const [kind, remote, page] of OWN) {
    it(`knows that of ${remote} where it is ${kind}`, () => {
      assert.equal(compare(remote, new Map([['git.corp.example', kind]])), page);
      assert.equal(compare(remote), undefined);
    });
  }

  it('takes no user, password or token along', () => {
    for (const remote of ['https://ana:s3cret@github.com/a/b', 'https://s3cret@dev.azure.com/o/p/_git/r']) {
      assert.doesNotMatch(compare(remote) ?? 's3cret', /s3cret|ana/);
    }
  });

  it('makes no page of a path that is no repository there', () => {
    const bitbucket = new Map<string, ForgeKind>([['git.corp.example', 'bitbucket']]);
    assert.equal(compare('https://git.corp.example/other/PROJ/repo.git', bitbucket), undefined);
    assert.equal(compare('https://dev.azure.com/fabrikam/Fiber', undefined), undefined);
    assert.equal(compare('https://github.com/a/../b', undefined), undefined);
  });

  it('believes the plan before what it knows itself', () => {
    const forges = new Map<string, ForgeKind>([['codeberg.org', 'gitlab']]);
    assert.equal(
      compare('https://codeberg.org/a/b', forges),
      'https://codeberg.org/a/b/-/compare/main...feature/a%231',
    );
  });
});
