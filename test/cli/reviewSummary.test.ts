import assert from 'node:assert/strict';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';

const TASK = (due: string, status: string): string =>
  `---\nid: APP-1\ntitle: Rate *limit*\nstatus: ${status}\ndue: ${due}\n---\n\n` +
  '## Acceptance criteria\n\n- [x] Locks after ten\n- [ ] A reset [lifts] it\n';

describe('milepost review --as markdown', () => {
  let repo: GitRepo;

  before(() => {
    repo = GitRepo.create();
    const files = {
      'plan/project.md': '---\nkey: APP\nname: Harbor\n---\n',
      'plan/tasks/one.md': TASK('2026-01-20', 'In progress'),
    };
    repo.commit({ message: 'Plan', files, date: new Date('2026-01-02T12:00:00Z') });
    repo.git('checkout', '-q', '-b', 'feature/app-1');
    repo.commit({ message: 'APP-1 Count attempts', files: { 'src/a.ts': '1' } });
    repo.commit({
      message: 'APP-1 due later',
      files: { 'plan/tasks/one.md': TASK('2026-01-27', 'In progress') },
    });
    repo.git('checkout', '-q', '--detach');
    repo.commit({ message: 'Tidy <up>', files: { 'src/b.ts': '1' } });
    repo.git('branch', '-f', 'review/it');
    repo.git('checkout', '-q', 'review/it');
  });
  after(() => repo.dispose());

  it('writes tasks, commits, plan changes and open criteria for the pull request', async () => {
    const { code, out, err } = await runCli(repo.dir, 'review', '--as', 'markdown', '--today', '2026-01-10');
    assert.deepEqual([code, err], [0, '']);
    const [tidy, , work] = repo.git('log', '--format=%H', '-3').trim().split('\n');
    assert.equal(
      out,
      [
        '**review/it, compared with main**',
        '',
        '3 commits · 1 task · 1 commit without a task · changes 1 plan item · 1 open criterion',
        '',
        '**Tasks in this branch**',
        '',
        '- **APP-1** Rate \\*limit\\* (In progress, started, not merged, 1 of 2 criteria)',
        `  - ${work?.slice(0, 10)} APP-1 Count attempts`,
        '',
        '**Commits without a task**',
        '',
        `- ${tidy?.slice(0, 10)} Tidy \\<up\\>`,
        '',
        '**Plan changes**',
        '',
        '- **APP-1** Rate \\*limit\\*: due 20 Jan 2026 → 27 Jan 2026',
        '',
        '**Open criteria**',
        '',
        '- [ ] **APP-1** A reset \\[lifts\\] it',
        '',
        '**Effect on dates and risks**',
        '',
        '- Merging this moves no date and changes no risk.',
        '',
      ].join('\n'),
    );
  });

  it('takes the plan of the end that is named, and refuses another form', async () => {
    repo.write('plan/tasks/one.md', TASK('2026-02-03', 'Done'));
    const named = await runCli(repo.dir, 'review', 'main..feature/app-1', '--as', 'markdown');
    assert.match(named.out, /\*\*feature\/app-1, compared with main\*\*[^]*\(In progress, [^]*due 20 Jan/);
    assert.match((await runCli(repo.dir, 'review', '--as', 'markdown')).out, /\(Done, /);
    const { code, err } = await runCli(repo.dir, 'review', '--as', 'html');
    assert.equal(code, 2);
    assert.match(err, /html.*--as.*markdown/);
  });
});
