import { GitRepo } from '../gitRepo';

/** Stands in every hostile text, so that a test can tell that the text was shown at all. */
export const MARK = 'Evil';

/** What a page, Markdown, the editor's own markup, a spreadsheet or a terminal would obey. */
const MARKUP = [
  '<script>window.evil = 1</script>',
  '<img src="http://evil.test/a.png" onerror="window.evil = 1">',
  '"><b onmouseover="window.evil = 1">',
  '[x](command:workbench.action.quit)',
  '![x](http://evil.test/b.png)',
  '<http://evil.test> <command:workbench.action.quit>',
  '$(alert)',
  '**b** _i_ `c` ~~s~~ # h | t \\| \\ &lt;b&gt;',
  "{{x}} ${x} %s '",
];

/** Control characters and marks that turn the direction of writing. */
const STEERING = '\u001b[2J\u001b]0;title\u0007\u0008\u009b31m\u202eturned\u2066\u200f';

/** Everything at once: what begins a formula, markup, steering characters, and a second line. */
export const HOSTILE = `=1+1 ${MARK} ${MARKUP.join(' ')} ${STEERING}\n- [ ] APP-99 ${MARK} line\r\n# ${MARK} heading`;

/** The part of it that may stand in one line of Markdown or of a commit's subject. */
const LINE = `@SUM(1) ${MARK} ${MARKUP.join(' ')} \u001b[2J\u202eturned`;

/** What git lets be the name of a branch. */
const BRANCH = `APP-3-${MARK}-<img/src=x/onerror=evil>$(alert)](x)!|"'\u202eturned`;

/** A name of a file that the file system takes. */
const FILE = `${MARK} <img src=x onerror=evil> $(alert) [x](command:x) \u202e\u001b[2J`;

const value = JSON.stringify(HOSTILE);

/** A repository of which every text that Milepost reads is hostile. To be disposed of. */
export function hostileRepo(): GitRepo {
  const repo = GitRepo.create();
  repo.commit({ message: 'Plan', files: plan('In progress') });
  repo.commit({
    message: `APP-3 ${LINE}\n\n${HOSTILE}\n\nCloses APP-4`,
    author: `${MARK} $(alert) [x](command:x) \u202e\u001b[2J <evil@evil.test>`,
    files: { [`src/${FILE}.ts`]: '1' },
  });
  repo.commit({ message: `${LINE} without a task`, files: { 'src/b.ts': '1' } });
  repo.branch(BRANCH);
  repo.commit({ message: `Work ${LINE}`, files: { [`src/${FILE}.ts`]: '2' } });
  repo.commit({ message: `${LINE} again`, files: plan('Blocked') });
  return repo;
}

function plan(status: string): Readonly<Record<string, string>> {
  const inline = LINE.replace(/[\u0000-\u001f]/g, '');
  return {
    'plan/project.md': `---
key: APP
name: ${value}
statuses:
  - {name: To do, category: open}
  - {name: ${JSON.stringify(LINE)}, category: active}
  - {name: Blocked, category: blocked}
  - {name: In progress, category: active}
  - {name: Done, category: done}
people:
  - {id: '@evil', name: ${value}, emails: [${value}], off: [${value}]}
resources: {${value}: 2}
timezone: UTC
rules: {trailer: ${value}, ${value}: 3}
---
# ${inline}
`,
    'plan/milestones/one.md': `---
title: ${value}
due: 2026-01-18
owner: ${value}
status: active
labels: [${value}]
health: ${value}
health_note: ${value}
health_date: 2026-01-19
---
## Tasks
- [/] APP-1 ${inline} @evil #evil est:3d due:2026-01-10
- [ ] APP-2 ${inline} after:APP-1 needs:evil due:evil
- [ ] ${inline}

## ${inline}
- [ ] ${inline}
`,
    'plan/tasks/three.md': `---
id: APP-3
title: ${value}
status: ${JSON.stringify(LINE)}
milestone: one
assignee: [${value}, '@evil']
priority: ${value}
labels: [${value}]
estimate: 5d
due: 2026-01-25
depends_on: [${value}, APP-1]
needs: [${value}]
branch: [${value}]
commits: ['0123456789ab 2026-01-02 ${MARK}', ${value}]
dismissed: [{finding: ${value}, reason: ${value}}]
links: [${value}, 'http://evil.test']
${value}: ${value}
---
## Acceptance criteria
- [ ] ${inline}
## Notes
${inline}
`,
    [`plan/tasks/${FILE}.md`]: `---
id: APP-4
title: ${value}
status: ${status}
milestone: one
blocked: ${value}
until: 2026-02-01
assignee: '@evil'
---
`,
    'plan/tasks/unknown.md': `---
id: ${value}
title: ${value}
status: ${value}
milestone: ${value}
parent: ${value}
due: ${value}
---
<<<<<<< ${inline}
`,
    'plan/risks/one.md': `---
id: R-1
title: ${value}
probability: 5
impact: 5
owner: ${value}
response: ${value}
trigger: ${value}
milestone: one
tasks: [APP-3, ${value}]
review: 2026-01-02
---
`,
    'plan/risks/two.md': `---
id: R-2
title: ${value}
status: occurred
probability: 4
impact: 4
owner: ${value}
milestone: ${value}
---
`,
  };
}
