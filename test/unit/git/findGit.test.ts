import assert from 'node:assert/strict';
import { gitPlaces } from '../../../src/git/findGit';

describe('gitPlaces', () => {
  const onPosix = (path?: string) => gitPlaces({ path, platform: 'linux' });
  const onWindows = (path?: string, pathExt?: string) => gitPlaces({ path, pathExt, platform: 'win32' });

  it('are the absolute entries of PATH, in their order', () => {
    assert.deepEqual(onPosix('/opt/git/bin:/usr/bin/:/a b'), [
      '/opt/git/bin/git',
      '/usr/bin/git',
      '/a b/git',
    ]);
    assert.deepEqual(onWindows('C:\\Program Files\\Git\\cmd;d:/tools\\;\\\\server\\share\\bin'), [
      'C:\\Program Files\\Git\\cmd\\git.exe',
      'd:\\tools\\git.exe',
      '\\\\server\\share\\bin\\git.exe',
    ]);
  });

  it('are none in the working directory, which empty and relative entries mean', () => {
    for (const path of ['', ':', '.', './', 'bin', '../bin', '~/bin', '.:bin:', ' /usr/bin', 'C:\\Git']) {
      assert.deepEqual(onPosix(path), [], path);
    }
    for (const path of [
      '',
      ';',
      '.',
      '.\\',
      'bin',
      '..\\bin',
      '""',
      '"."',
      '\\bin',
      '/bin',
      'C:',
      'C:bin',
      '%SystemRoot%',
    ]) {
      assert.deepEqual(onWindows(path), [], path);
    }
    assert.deepEqual(onPosix(undefined), []);
    assert.deepEqual(onWindows(undefined), []);
    assert.deepEqual(onPosix(':.:/usr/bin::bin'), ['/usr/bin/git']);
    assert.deepEqual(onWindows(';.;C:\\Git;;bin'), ['C:\\Git\\git.exe']);
  });

  it('are what Windows runs without a shell, in the order of PATHEXT', () => {
    assert.deepEqual(onWindows('C:\\Git', '.COM;.EXE;.BAT;.CMD;.VBS;.JS'), [
      'C:\\Git\\git.COM',
      'C:\\Git\\git.EXE',
    ]);
    assert.deepEqual(onWindows('C:\\Git', '.exe;.com'), ['C:\\Git\\git.exe', 'C:\\Git\\git.com']);
    for (const pathExt of ['.BAT;.CMD', '', 'exe;/../evil.exe', undefined]) {
      assert.deepEqual(onWindows('C:\\Git', pathExt), ['C:\\Git\\git.exe'], pathExt);
    }
  });

  it('may be quoted on Windows, semicolons included', () => {
    assert.deepEqual(onWindows('"C:\\Program Files\\Git";"D:\\a;b\\c";E:\\"x y"'), [
      'C:\\Program Files\\Git\\git.exe',
      'D:\\a;b\\c\\git.exe',
      'E:\\x y\\git.exe',
    ]);
    assert.deepEqual(onWindows('"C:\\open;D:\\x'), ['C:\\open;D:\\x\\git.exe']);
  });
});
