import assert from 'node:assert/strict';
import { writingOf } from '../../../../src/app/files/formats';
import { applyOverlay } from '../../../../src/core/formats/applyOverlay';
import { backlogFormat } from '../../../../src/core/formats/backlog/backlog';
import { checklistFormat } from '../../../../src/core/formats/checklist/checklist';
import { dismissalPlace, dismissalText } from '../../../../src/core/formats/dismissalPlace';
import type { PlanFormat } from '../../../../src/core/formats/format';
import { nativeFormat } from '../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../src/core/documents/parseDocument';
import { dismissalsOf } from '../../../../src/core/plan/dismissals';
import type { Item, Plan } from '../../../../src/core/plan/model';
import { applyEdits } from '../../../../src/core/base/text';

type Texts = Readonly<Record<string, string>>;

const NATIVE: Texts = {
  'plan/project.md': '---\nkey: APP\naliases: [OLD]\n---\n',
  'plan/milestones/beta.md': [
    '---\ntitle: Beta\n---\n\n## Tasks\n',
    '- [ ] APP-4 One line\n  - [ ] APP-4.1 Below it\n- [ ] old-7 By its former prefix\n- [ ] APP-2\n',
    '- [ ] Not named yet\n- [ ] APP-9 Twice\n- [ ] APP-9 Again\n',
  ].join(''),
  'plan/milestones/plain.md': '# Without front matter\n',
  'plan/tasks/2.md': '---\nid: APP-2\n---\n',
  'plan/tasks/2-1.md': '---\nid: APP-2.1\nparent: APP-2\n---\n',
  'plan/tasks/none.md': '---\ntitle: No id\n---\n',
  'plan/risks/1.md': '---\nid: R-1\n---\n',
};
const BACKLOG: Texts = {
  'backlog/tasks/back-1 - A.md': '---\nid: BACK-1\ntitle: A\nstatus: To Do\n---\n',
  'backlog/tasks/back-1.1 - B.md':
    '---\nid: BACK-1.1\ntitle: B\nstatus: To Do\nparent_task_id: BACK-1\n---\n',
  'backlog/milestones/m-1 - x.md': '---\nid: m-1\ntitle: "First"\n---\n',
  'backlog/config.yml': 'task_prefix: back\n',
};
const CHECKLIST: Texts = { 'ROADMAP.md': '# Now\n\n- [ ] Write: docs\n- [ ] Ship\n  - [ ] Announce\n' };
const OVERLAY: Texts = {
  'plan/project.md': '---\nfor: other\n---\n',
  'plan/risks/1.md': '---\nid: R-1\n---\n',
};

/** A plan of any format, with an overlay in `plan/` where the format is not Milepost's own. */
function read(format: PlanFormat, folder: string, texts: Texts): Plan {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    document: parseDocument(text, path.endsWith('.yml') ? 'yaml' : 'markdown'),
  }));
  const input = (at: string) => ({
    root: '/root',
    folder: at,
    files: files.filter(({ path }) => path === at || path.startsWith(`${at}/`)),
    unreadable: [],
  });
  const plan = format.assemble(input(folder));
  const overlay = folder === 'plan' ? undefined : nativeFormat.overlay?.(input('plan'));
  return overlay ? applyOverlay(plan, overlay) : plan;
}

/** The first line of the front matter, which is added where there is none. */
function withLine(text: string, line: string): string {
  return text.startsWith('---\n') ? text.replace('---\n', `---\n${line}\n`) : `---\n${line}\n---\n${text}`;
}

const itemsOf = (plan: Plan): Item[] => [...plan.milestones, ...plan.tasks, ...plan.risks];

/** By the item's place in its plan, everything that is dismissed. */
const dismissed = (plan: Plan): string[][] =>
  itemsOf(plan).map(item => dismissalsOf(plan, item).map(({ finding, reason }) => `${finding}: ${reason}`));

/** What is left of a plan without lines of files and dismissals. */
function others(plan: Plan): unknown {
  const left = new Set(['line', 'dismissed', 'uid', 'range', 'reference']);
  return JSON.parse(
    JSON.stringify(itemsOf(plan), (key, value: unknown) => (left.has(key) ? undefined : value)),
  );
}

/** Dismisses one finding of every item by itself. Gives the place of each, or why there is none. */
async function roundTrip(format: PlanFormat, folder: string, texts: Texts): Promise<string[]> {
  const plan = read(format, folder, texts);
  const each = itemsOf(plan).map(async (item, index) => {
    const name = item.id || item.title;
    const place = dismissalPlace(plan, item, 'overdue');
    if (!place.ok) {
      return `${name}: ${place.refusal.code} ${place.refusal.args.join(' ')}`;
    }
    const text = texts[place.file] ?? '';
    const reason = "agreed: it's [1], #2";
    const line = `dismissed: [${dismissalText(place.entry, reason)}]`;
    const { kind, id, file } = item;
    const at = await writingOf(plan, place.file);
    const edit = at.writing.edit(
      text,
      { kind, id, line: item.line, file },
      { kind: 'dismiss', finding: 'overdue', reason },
      { plan: at.plan, path: place.file, now: 0 },
    );
    assert.ok(edit.ok, name);
    for (const changed of [withLine(text, line), applyEdits(text, edit.edits)]) {
      const after = read(format, folder, { ...texts, [place.file]: changed });
      assert.deepEqual(dismissed(after), dismissed(plan).with(index, [`overdue: ${reason}`]), name);
      assert.deepEqual(others(after), others(plan), name);
      assert.equal(after.problems.length, plan.problems.length, name);
    }
    return `${name}: ${place.file} ${place.entry.item ?? ''}`.trimEnd();
  });
  return Promise.all(each);
}

describe('the place that dismisses a finding', () => {
  it('is the file of the item, else the line of its task names it in the file of the milestone', async () => {
    assert.deepEqual(await roundTrip(nativeFormat, 'plan', NATIVE), [
      'beta: plan/milestones/beta.md',
      'plain: plan/milestones/plain.md',
      'APP-4: plan/milestones/beta.md APP-4',
      'APP-4.1: plan/milestones/beta.md APP-4.1',
      'old-7: plan/milestones/beta.md old-7',
      'APP-2: plan/tasks/2.md',
      'Not named yet: dismissal-needs-id Not named yet',
      'APP-9: ambiguous-id APP-9 2',
      'APP-9: ambiguous-id APP-9 2',
      'APP-2.1: plan/tasks/2-1.md',
      'No id: plan/tasks/none.md',
      'R-1: plan/risks/1.md',
    ]);
  });

  it('is the overlay for items of another format, and the file of a risk', async () => {
    assert.deepEqual(await roundTrip(backlogFormat, 'backlog', { ...BACKLOG, ...OVERLAY }), [
      'm-1: plan/project.md m-1',
      'BACK-1: plan/project.md BACK-1',
      'BACK-1.1: plan/project.md BACK-1.1',
      'R-1: plan/risks/1.md',
    ]);
  });

  it('names tasks without ids as their format tells them apart', async () => {
    assert.deepEqual(await roundTrip(checklistFormat, 'ROADMAP.md', { ...CHECKLIST, ...OVERLAY }), [
      'now: plan/project.md now',
      'Write: docs: plan/project.md NOW/WRITE-DOCS',
      'Ship: plan/project.md NOW/SHIP',
      'Announce: plan/project.md NOW/SHIP/ANNOUNCE',
      'R-1: plan/risks/1.md',
    ]);
  });

  it('is nowhere in another format without an overlay', async () => {
    assert.deepEqual((await roundTrip(checklistFormat, 'ROADMAP.md', CHECKLIST)).slice(0, 2), [
      'now: dismissals-need-overlay checklist',
      'Write: docs: dismissals-need-overlay checklist',
    ]);
  });

  it('is honoured in each of several overlays', () => {
    const texts: Texts = { ...BACKLOG, 'plan/project.md': withLine('---\nfor: x\n---\n', '# one') };
    const overlay = (line: string) => {
      const document = parseDocument(withLine(texts['plan/project.md'] ?? '', line), 'markdown');
      const files = [{ path: 'plan/project.md', document }];
      return nativeFormat.overlay?.({ root: '/root', folder: 'plan', files, unreadable: [] });
    };
    const [one, two] = ['overdue', 'no-owner'].map(code =>
      overlay(`dismissed: [{item: BACK-1, finding: ${code}, reason: x}]`),
    );
    assert.ok(one && two);
    const plan = applyOverlay(applyOverlay(read(backlogFormat, 'backlog', BACKLOG), one), two);
    assert.deepEqual(dismissed(plan), [[], ['overdue: x', 'no-owner: x'], []]);
    assert.deepEqual(plan.problems, []);
  });
});
