import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import type { Plan, Task } from '../../../../../src/core/plan/model';
import { assemble } from './assemblePlan';

const PROJECT = '---\nkey: APP\naliases: [OLD]\n---\n';

function task(id: string, ...fields: string[]): string {
  return ['---', `id: ${id}`, ...fields, '---', ''].join('\n');
}

function milestone(...checks: string[]): string {
  return ['## Tasks', '', ...checks, ''].join('\n');
}

function find(plan: Plan, key: string): Task {
  const found = plan.tasks.find(one => one.key === key);
  assert.ok(found, `no task ${key}`);
  return found;
}

/** Codes with their arguments: `unknown-task APP-9`. */
function problems(plan: Plan): string[] {
  return plan.problems.map(({ message }) => [message.code, ...message.args].join(' '));
}

describe('the fixture plan', () => {
  const root = resolve(import.meta.dirname, '../../../../fixtures/native-plan/plan');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const plan = assemble(
    Object.fromEntries(
      files.map(entry => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
      }),
    ),
  );

  it('is a plan with its settings', () => {
    const { settings } = plan;
    assert.ok(nativeFormat.isPlan(plan));
    assert.equal(plan.name, 'Harbour');
    assert.equal(settings.prefix, 'APP');
    assert.deepEqual(settings.aliases, ['OLD']);
    assert.deepEqual(settings.statuses[2], { name: 'In review', category: 'active', progress: 0.8 });
    assert.deepEqual(settings.people, [
      {
        id: '@ana',
        name: 'Ana Lima',
        emails: ['ana@example.org'],
        capacity: 0.8,
        off: [{ from: '2026-12-24', to: '2027-01-02' }],
      },
      { id: '@li', emails: [], capacity: 1, off: [], workweek: [1, 2, 3] },
    ]);
    assert.deepEqual(settings.holidays, [
      { from: '2026-12-25', to: '2026-12-25' },
      { from: '2026-12-28', to: '2026-12-31' },
    ]);
    assert.equal(settings.timezone, 'Europe/Lisbon');
    assert.deepEqual([...settings.resources], [['staging', 2]]);
    assert.deepEqual([settings.branch, settings.integration], ['main', ['develop', 'release/*']]);
    assert.deepEqual(settings.paths, ['services/pay/**']);
    assert.deepEqual(settings.ignore, { authors: ['bot@example.org'], subjects: ['chore(release)*'] });
    assert.deepEqual(settings.noEvidenceLabels, ['legal']);
    assert.deepEqual(
      [settings.rules.trailer, settings.rules.stale, settings.rules.dueSoon, settings.rules.settled],
      ['Work', 10, 21, 3],
    );
  });

  it('has its milestones', () => {
    assert.deepEqual(
      plan.milestones.map(({ key, title, due, line }) => [key, title, due, line]),
      [
        ['BETA', 'Public beta', '2026-11-30', 0],
        ['GA', 'General availability', '2027-02-01', 1],
      ],
    );
    const [beta] = plan.milestones;
    assert.deepEqual(
      [
        beta?.start,
        beta?.owner,
        beta?.status,
        beta?.labels,
        beta?.health,
        beta?.healthNote,
        beta?.healthDate,
      ],
      ['2026-10-01', '@ana', 'active', ['release'], 'at risk', 'waiting for the audit', '2026-11-10'],
    );
    assert.deepEqual(
      beta?.checklist.map(({ text, checked, line }) => [text, checked, line]),
      [['Agree on the measure', true, 13]],
    );
  });

  it('has its tasks in the order of the plan', () => {
    assert.deepEqual(
      plan.tasks.map(({ id, category, status, milestone: key, inline }) => [
        id,
        category,
        status,
        key,
        inline,
      ]),
      [
        ['APP-31', 'open', 'To do', 'BETA', true],
        ['APP-30', 'active', 'In progress', 'BETA', true],
        ['APP-30.1', 'open', 'To do', 'BETA', true],
        ['APP-29', 'done', 'Done', 'BETA', true],
        ['APP-28', 'dropped', 'Dropped', 'BETA', true],
        ['APP-40', 'active', 'In review', 'BETA', false],
        ['', 'open', 'To do', 'BETA', true],
        ['app-041', 'done', 'Done', 'GA', false],
        ['APP-42', 'active', 'In review', 'GA', true],
        ['APP-43', 'blocked', 'In progress', undefined, false],
      ],
    );
  });

  it('reads the attributes of an inline task', () => {
    const one = find(plan, 'APP-31');
    assert.equal(one.title, 'Rate-limit sign-in');
    assert.deepEqual([one.assignees, one.labels, one.priority], [['@li'], ['security'], 'high']);
    assert.deepEqual([one.estimate, one.due], [{ unit: 'hours', value: 24 }, '2026-11-20']);
    assert.deepEqual(one.dependsOn, [{ key: 'APP-30', text: 'APP-30' }]);
    assert.deepEqual([one.file, one.line], ['plan/milestones/beta.md', 17]);
    const three = find(plan, 'APP-30');
    assert.deepEqual(three.estimate?.three, [16, 24, 64]);
    assert.deepEqual(
      three.checklist.map(({ text, checked }) => [text, checked]),
      [['schema', true]],
    );
    assert.equal(find(plan, 'APP-30.1').parent, 'APP-30');
    const page = find(plan, 'APP-42');
    assert.deepEqual(page.needs, [{ resource: 'staging', amount: 1 }]);
    assert.deepEqual(page.branches, ['feature/status']);
    assert.deepEqual(page.handLinks, [
      { hash: '0a1b2c3d4e5f', not: false },
      { hash: 'ffffffffffff', not: true },
    ]);
  });

  it('reads a task file', () => {
    const audit = find(plan, 'APP-40');
    assert.deepEqual(audit.assignees, ['@ana']);
    assert.deepEqual(audit.dependsOn, [
      { key: 'APP-31', text: 'APP-31 + 2d', lag: { unit: 'hours', value: 16 } },
      { key: 'APP-30', text: 'OLD-30' },
    ]);
    assert.deepEqual([audit.remaining?.value, audit.spent?.value], [16, 8]);
    assert.deepEqual(audit.needs, [{ resource: 'staging', amount: 2 }]);
    assert.deepEqual(audit.branches, ['feature/app-40', 'audit/*']);
    assert.deepEqual(audit.handLinks, [
      { hash: '1e1234500000', not: false, date: '2026-11-03', subject: 'APP-40 Read the logs' },
      { hash: 'deadbeef', not: true },
    ]);
    assert.deepEqual(audit.dismissed, [{ finding: 'looks-finished', reason: 'the report is missing' }]);
    assert.deepEqual(audit.links, ['https://example.org/audit']);
    assert.deepEqual(
      audit.checklist.map(({ list, checked }) => [list, checked]),
      [
        ['criteria', true],
        ['criteria', false],
        ['definition', false],
        ['other', false],
      ],
    );
    assert.deepEqual(audit.reference, { file: 'plan/milestones/beta.md', line: 23 });
    const terms = find(plan, 'APP-41');
    assert.deepEqual([terms.title, terms.parent], ['Terms of service: second draft', 'APP-43']);
    assert.deepEqual([terms.expectsEvidence, find(plan, 'APP-43').expectsEvidence], [false, false]);
    assert.deepEqual(find(plan, 'APP-43').dependsOn, [{ key: 'BETA', text: 'beta' }]);
  });

  it('reads a risk file', () => {
    assert.equal(plan.risks.length, 1);
    const { status, probability, impact, score, delay, response, owner, review, trigger, tasks } = plan
      .risks[0] as Plan['risks'][number];
    assert.deepEqual([status, probability, impact, score], ['mitigating', 3, 5, 15]);
    assert.deepEqual([delay?.value, response, owner], [80, 'mitigate', '@ana']);
    assert.deepEqual([review, trigger, tasks], ['2026-12-01', 'first finding', ['APP-40']]);
    assert.equal(plan.risks[0]?.milestone, 'BETA');
  });

  it('reports what is wrong and nothing else', () => {
    assert.deepEqual(problems(plan).sort(), [
      'reference-differs APP-40   In review',
      'reference-differs APP-41 / Done',
      'task-without-id Write the announcement',
    ]);
    assert.ok(plan.problems.every(({ severity }) => severity === 'info'));
  });
});

describe('a native plan folder', () => {
  it('is no plan without a key and without an id', () => {
    assert.ok(!nativeFormat.isPlan(assemble({ 'notes.md': '# Plan\n\n- [ ] buy milk\n' })));
    assert.ok(!nativeFormat.isPlan(assemble({ 'milestones/one.md': '# One\n' })));
    assert.ok(nativeFormat.isPlan(assemble({ 'tasks/a.md': task('X-1') })));
    assert.ok(nativeFormat.isPlan(assemble({ 'project.md': PROJECT })));
  });

  it('is no plan of its own when it is an overlay', () => {
    const plan = assemble({ 'project.md': '---\nkey: APP\nfor: backlog\n---\n', 'risks/r.md': task('R-1') });
    assert.ok(!nativeFormat.isPlan(plan));
  });

  it('takes the kind from `kind:` before the folder', () => {
    const plan = assemble({ 'project.md': PROJECT, 'tasks/r.md': task('R-1', 'kind: risk') });
    assert.deepEqual([plan.tasks.length, plan.risks.length], [0, 1]);
  });

  it('keeps two items with one id, and marks both', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/a.md': task('APP-1'),
      'tasks/b.md': task('OLD-01'),
    });
    assert.deepEqual(
      plan.tasks.map(({ key, duplicate }) => [key, duplicate]),
      [
        ['APP-1', true],
        ['APP-1', true],
      ],
    );
    assert.equal(new Set(plan.tasks.map(({ uid }) => uid)).size, 2);
    assert.deepEqual(problems(plan), [
      'duplicate-id APP-1 plan/tasks/b.md',
      'duplicate-id OLD-01 plan/tasks/a.md',
    ]);
  });

  it('reports an id that items of two kinds share', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'milestones/m.md': '---\nid: app-1\n---\n',
      'tasks/a.md': task('APP-1'),
      'tasks/b.md': task('APP-2'),
      'risks/r.md': task('OLD-01'),
    });
    assert.deepEqual(problems(plan), [
      'duplicate-id app-1 plan/tasks/a.md',
      'duplicate-id APP-1 plan/milestones/m.md',
      'duplicate-id APP-1 plan/risks/r.md',
      'duplicate-id OLD-01 plan/tasks/a.md',
    ]);
  });

  it('reports a task or risk file without front matter, but no readme', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/README.md': '# How we write tasks\n',
      'tasks/a.md': '# Sign in\n',
      'tasks/b.md': '---\n---\n',
      'risks/r.md': '',
    });
    assert.equal(plan.tasks.length + plan.risks.length, 0);
    assert.deepEqual(
      plan.problems.map(({ file, message, severity }) => [file, message.code, severity]),
      ['risks/r', 'tasks/a', 'tasks/b'].map(path => [`plan/${path}.md`, 'missing-id', 'warning']),
    );
  });

  it('reports names that lead nowhere, and keeps the items', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/a.md': task('APP-1', 'milestone: nowhere', 'parent: APP-8', 'depends_on: [APP-9, pay:APP-4]'),
      'risks/r.md': task('R-1', 'tasks: [APP-7]'),
      'milestones/m.md': milestone('- [ ] [APP-6](../tasks/app-6.md)'),
    });
    assert.deepEqual(problems(plan), [
      'unknown-task APP-6',
      'unknown-milestone nowhere',
      'unknown-parent APP-8',
      'unknown-dependency APP-9',
      'unknown-task APP-7',
    ]);
    assert.equal(find(plan, 'APP-1').parent, undefined);
  });

  it('reports bad values with their place, and goes on', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/a.md': task(
        'APP-1',
        'due: 2026-02-30',
        'estimate: soon',
        'status: Complete',
        'start: 2026-02-03',
      ),
    });
    const { category, status, start, due } = find(plan, 'APP-1');
    assert.deepEqual([category, status, start, due], ['done', 'Complete', '2026-02-03', undefined]);
    assert.deepEqual(
      plan.problems.map(({ message, range }) => [message.code, range.start.line, range.start.character]),
      [
        ['unknown-status', 4, 8],
        ['bad-value', 3, 10],
        ['bad-value', 2, 5],
      ],
    );
  });

  it('reports bad values of an inline task with their place', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'milestones/m.md': milestone('- [ ] APP-1 Move est:3days due:2026-13-01 it after:APP-1+x'),
    });
    assert.equal(find(plan, 'APP-1').title, 'Move it');
    assert.deepEqual(problems(plan), [
      'bad-value est 3days 4h, 3d, 2w, 5pt, 2d/3d/8d',
      'bad-value due 2026-13-01 YYYY-MM-DD',
      'bad-value after APP-1+x APP-4, APP-4+2d',
    ]);
    assert.deepEqual(plan.problems[1]?.range, {
      start: { line: 2, character: 27 },
      end: { line: 2, character: 41 },
    });
  });

  it('says what an estimate looks like where there is none', () => {
    const plan = assemble({ 'project.md': PROJECT, 'tasks/a.md': task('APP-1', 'estimate: {a: 1}') });
    assert.deepEqual(problems(plan), ['bad-value estimate {…} 4h, 3d, 2w, 5pt, 2d/3d/8d']);
  });

  it('names a cycle of dependencies once, with its members', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/a.md': task('APP-1', 'depends_on: APP-2'),
      'tasks/b.md': task('APP-2', 'depends_on: APP-3'),
      'tasks/c.md': task('APP-3', 'depends_on: APP-1'),
      'tasks/d.md': task('APP-4', 'depends_on: APP-1'),
    });
    assert.deepEqual(problems(plan), ['dependency-cycle APP-1, APP-2, APP-3']);
  });

  it('names the first of a long cycle', () => {
    const files = Array.from({ length: 200 }, (_, index): [string, string] => [
      `tasks/${index}.md`,
      task(`APP-${index + 1}`, `depends_on: APP-${((index + 1) % 200) + 1}`),
    ]);
    const [said = '', ...more] = problems(assemble(Object.fromEntries(files)));
    assert.deepEqual(more, []);
    assert.match(said, /^dependency-cycle (?:APP-\d+, ){50}…$/);
  });

  it('cuts a cycle of parents, so that walking up ends', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/a.md': task('APP-1', 'parent: APP-2'),
      'tasks/b.md': task('APP-2', 'parent: APP-1'),
      'tasks/c.md': task('APP-3', 'parent: APP-1'),
    });
    assert.deepEqual(problems(plan), ['parent-cycle APP-1, APP-2']);
    assert.deepEqual(
      plan.tasks.map(({ parent }) => parent),
      [undefined, undefined, 'APP-1'],
    );
  });

  it('gives subtasks the milestone of their parent, however deep', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'milestones/m.md': '# M\n',
      'tasks/a.md': task('APP-1', 'milestone: m'),
      'tasks/b.md': task('APP-2', 'parent: APP-1'),
      'tasks/c.md': task('APP-3', 'parent: APP-2'),
    });
    assert.deepEqual(
      plan.tasks.map(one => one.milestone),
      ['M', 'M', 'M'],
    );
  });

  it('counts a blocked reason unless the work is over', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'tasks/a.md': task('APP-1', 'blocked: vendor'),
      'tasks/b.md': task('APP-2', 'blocked: vendor', 'status: dropped'),
    });
    assert.deepEqual(
      plan.tasks.map(({ category }) => category),
      ['blocked', 'dropped'],
    );
  });

  it('keeps a probability in per cent beside its band', () => {
    const read = (text: string) =>
      assemble({ 'risks/r.md': task('R-1', `probability: ${text}`) }).risks[0]?.chance;
    assert.deepEqual(['30%', '12.5 %', '4', '140%'].map(read), [0.3, 0.125, undefined, undefined]);
  });

  it('reads probabilities by their bands', () => {
    const read = (text: string) =>
      assemble({ 'risks/r.md': task('R-1', `probability: ${text}`) }).risks[0]?.probability;
    assert.deepEqual(['10%', '11%', '30%', '50%', '70%', '71%', '100%', '4', '6', '40'].map(read), [
      1,
      2,
      2,
      3,
      4,
      5,
      5,
      4,
      undefined,
      undefined,
    ]);
  });

  it('keeps a task file without an id, with its problem', () => {
    const plan = assemble({ 'project.md': PROJECT, 'tasks/a.md': '---\ntitle: Lost\n---\n' });
    assert.deepEqual(
      plan.tasks.map(({ id, title }) => [id, title]),
      [['', 'Lost']],
    );
    assert.deepEqual(problems(plan), ['missing-id']);
  });

  it('warns of a task listed in two milestones', () => {
    const plan = assemble({
      'project.md': PROJECT,
      'milestones/a.md': milestone('- [ ] APP-1'),
      'milestones/b.md': milestone('- [ ] APP-1'),
      'tasks/a.md': task('APP-1'),
    });
    assert.equal(find(plan, 'APP-1').milestone, 'A');
    assert.deepEqual(problems(plan), ['listed-again APP-1']);
  });
});
