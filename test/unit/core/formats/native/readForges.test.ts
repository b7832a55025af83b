import assert from 'node:assert/strict';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { nativeFormat } from '../../../../../src/core/formats/native/native';

describe('the forges of a plan', () => {
  it('are read by their hosts, and an unknown kind is told with those that there are', () => {
    const lines = [
      'forges:',
      '  Git.Example.org: GitLab',
      '  git-example.org: gitea',
      '  b.example.org: svn',
    ];
    const document = parseDocument(['---', 'key: APP', ...lines, '---', ''].join('\n'), 'markdown');
    const files = [{ path: 'plan/project.md', document }];
    const plan = nativeFormat.assemble({ root: '/root', folder: 'plan', files, unreadable: [] });
    assert.deepEqual(
      [...plan.settings.forges],
      [
        ['git.example.org', 'gitlab'],
        ['git-example.org', 'gitea'],
      ],
    );
    assert.deepEqual(
      plan.problems.map(({ message }) => message),
      [
        {
          code: 'bad-value',
          args: ['b.example.org', 'svn', 'github, gitlab, bitbucket, azure, gitea, forgejo'],
        },
      ],
    );
  });
});
