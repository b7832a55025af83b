import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { pathBelow } from '../../../src/app/files/workspaceRoots';
import { parseLocation } from '../../../src/git/location';
import { readNamedPlans } from '../../../src/shared/namedPlans';

describe('paths of Windows', () => {
  const below = (folder: string, file: string) => pathBelow(folder, file, win32);

  it('are compared without case, and become paths with slashes', () => {
    assert.equal(below('C:\\work\\app', 'C:\\work\\app\\plan\\tasks\\1.md'), 'plan/tasks/1.md');
    assert.equal(below('c:\\work\\app', 'C:\\Work\\App\\plan\\1.md'), 'plan/1.md');
    assert.equal(below('C:\\', 'C:\\plan\\1.md'), 'plan/1.md');
    assert.equal(below('\\\\server\\share\\app', '\\\\server\\share\\app\\plan'), 'plan');
  });

  it('are below no folder beside, above or on another drive', () => {
    for (const file of [
      'C:\\work\\app',
      'C:\\work\\application\\plan',
      'C:\\work',
      'D:\\work\\app\\plan',
      '\\\\server\\share\\app\\plan',
    ]) {
      assert.equal(below('C:\\work\\app', file), undefined, file);
    }
    assert.equal(below('C:\\work\\app', 'C:\\work\\app\\..plan'), '..plan');
  });

  it('are read from what git writes', () => {
    const answer = 'C:/work/my app\nC:/work/my app/.git/worktrees/side\nC:/work/my app/.git';
    assert.deepEqual(parseLocation(answer, win32), {
      top: 'C:\\work\\my app',
      gitDir: 'C:\\work\\my app\\.git\\worktrees\\side',
      commonDir: 'C:\\work\\my app\\.git',
    });
    const share = '//server/share/app\n//server/share/app/.git\n//server/share/app/.git';
    assert.equal(parseLocation(share, win32)?.top, '\\\\server\\share\\app');
  });

  it('are not guessed from what another git writes', () => {
    for (const answer of ['', 'C:/app\nC:/app/.git', '/c/app\n/c/app/.git\n/c/app/.git', 'app\n.git\n.git']) {
      assert.equal(parseLocation(answer, win32), undefined, answer);
    }
    assert.equal(parseLocation('/app\n/app/.git\n/app/.git', posix)?.top, '/app');
  });

  it('may be typed in the settings', () => {
    const folders = (...typed: string[]) =>
      readNamedPlans(typed.map(folder => ({ folder }))).map(({ folder }) => folder);
    assert.deepEqual(folders('docs\\plan', '.\\docs\\plan\\', ' ./docs/plan// ', 'plan'), [
      'docs/plan',
      'docs/plan',
      'docs/plan',
      'plan',
    ]);
    assert.deepEqual(folders('', '  ', './', '.\\'), []);
  });
});
