import assert from 'node:assert/strict';
import { FINDINGS } from '../../../../../src/core/plan/findingCodes';
import { dismissalsOf, isDismissed } from '../../../../../src/core/plan/dismissals';
import type { Plan } from '../../../../../src/core/plan/model';
import { insightOf } from '../../../../support/insightOf';
import { buildFacts } from '../../../../../src/core/facts';
import { problemsOf } from '../boxes/boxPlans';
import { assemble } from './assemblePlan';

const MILESTONE = (dismissed: string) =>
  `---\ntitle: Beta\ndue: 2026-02-02\ndismissed: ${dismissed}\n---\n\n## Tasks\n\n- [ ] APP-1 Late est:1d due:2026-01-30\n`;
const REASON = 'agreed with the customer';

function planOf(files: Readonly<Record<string, string>>): Plan {
  return assemble({ 'project.md': '---\nkey: APP\naliases: [OLD]\n---\n', ...files });
}

/** Item and code of everything that is found on the second of March. */
function found(files: Readonly<Record<string, string>>): string[] {
  const plan = planOf(files);
  assert.deepEqual(problemsOf(plan), []);
  const facts = buildFacts({ plan, prefix: '', planFolders: ['plan/'], now: 0, today: '2026-03-02' });
  return [...facts.findings, ...insightOf(facts).findings].map(({ subject, id }) => `${subject.id} ${id}`);
}

const entry = (finding: string, item?: string): string =>
  `{${item ? `item: ${item}, ` : ''}finding: ${finding}, reason: ${REASON}}`;

describe('dismissing a finding', () => {
  const late = { 'milestones/beta.md': MILESTONE('') };
  const both = ['beta overdue', 'APP-1 overdue'];

  it('of a milestone, and of a task in one of its lines, is done in its file', () => {
    assert.deepEqual(found(late), both);
    const with_ = (...entries: string[]) =>
      found({ 'milestones/beta.md': MILESTONE(`[${entries.join(', ')}]`) });
    assert.deepEqual(with_(entry('overdue')), ['APP-1 overdue']);
    assert.deepEqual(with_(entry('overdue', 'APP-1')), ['beta overdue']);
    assert.deepEqual(with_(entry('overdue', 'beta'), entry('overdue', 'old-01')), []);
    assert.deepEqual(with_(entry('blocked'), entry('no-owner', 'APP-1')), both);
  });

  it('of any item is done in project.md', () => {
    const project = (...entries: string[]) => ({
      ...late,
      'project.md': `---\nkey: APP\ndismissed:\n${entries.map(one => `  - ${one}\n`).join('')}---\n`,
    });
    assert.deepEqual(found(project(entry('overdue', 'beta'))), ['APP-1 overdue']);
    assert.deepEqual(found(project(entry('overdue', 'beta'), entry('overdue', 'APP-1'))), []);
  });

  it('of a task or risk with a file is done there', () => {
    const files = (dismissed: string) => ({
      'tasks/2.md': `---\nid: APP-2\ndue: 2026-02-02\n${dismissed}---\n`,
      'risks/1.md': `---\nid: R-1\nprobability: 5\nimpact: 5\n${dismissed.replace('overdue', 'risk-unmanaged')}---\n`,
    });
    assert.deepEqual(found(files('')), ['APP-2 overdue', 'R-1 risk-unmanaged']);
    assert.deepEqual(found(files(`dismissed: [${entry('overdue')}]\n`)), []);
  });

  it('is possible for every finding there is', () => {
    const codes = FINDINGS;
    assert.ok(codes.length > 20);
    const plan = planOf({
      'milestones/beta.md': MILESTONE(`[${codes.map(code => entry(code, 'APP-1')).join(', ')}]`),
    });
    assert.deepEqual(problemsOf(plan), []);
    const [task] = plan.tasks;
    assert.ok(task);
    assert.deepEqual(
      codes.filter(code => !isDismissed(plan, task, code)),
      [],
    );
    assert.ok(dismissalsOf(plan, task).every(({ reason }) => reason === REASON));
  });

  it('without a reason counts, and is reported', () => {
    const plan = planOf({ 'milestones/beta.md': MILESTONE('[overdue, {finding: blocked}]') });
    assert.deepEqual(
      plan.milestones[0]?.dismissed.map(({ finding }) => finding),
      ['overdue', 'blocked'],
    );
    assert.deepEqual(problemsOf(plan), [
      'info 4 dismissed-without-reason overdue',
      'info 4 dismissed-without-reason blocked',
    ]);
  });

  it('is reported where it dismisses nothing', () => {
    const plan = planOf({
      'project.md': `---\nkey: APP\ndismissed: [${entry('overdue', 'APP-7')}, ${entry('overdue')}]\n---\n`,
      'milestones/beta.md': MILESTONE(`[${entry('overdu')}, ${entry('constructor', 'APP-9')}, {reason: x}]`),
      'tasks/2.md': `---\nid: APP-2\ndismissed: [${entry('overdue', 'APP-1')}, [overdue]]\n---\n`,
    });
    assert.deepEqual(problemsOf(plan).sort(), [
      'warning 3 bad-value dismissed  {finding, reason}',
      'warning 3 bad-value dismissed APP-1 {finding, reason}',
      'warning 3 bad-value dismissed overdue {item, finding, reason}',
      'warning 3 unknown-item APP-7',
      'warning 4 bad-value dismissed  {item, finding, reason}',
      'warning 4 unknown-finding constructor',
      'warning 4 unknown-finding overdu',
      'warning 4 unknown-item APP-9',
    ]);
  });
});
