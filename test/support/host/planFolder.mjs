import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './machine.mjs';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

export function planFolder(fixture = 'ui-plan') {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-plan-')));
  cpSync(join(fixtures, fixture), folder, { recursive: true });
  const git = (...args) => run('git', args, { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ana');
  git('config', 'user.email', 'ana@example.com');
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message=Plan the opening');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
