import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { assembleBacklog } from '../../../../../src/core/formats/backlog/assembleBacklog';
import { editBacklog } from '../../../../../src/core/formats/backlog/editBacklog';
import { newBacklogFile } from '../../../../../src/core/formats/backlog/newItem';
import type { Change } from '../../../../../src/core/plan/change';
import type { Plan } from '../../../../../src/core/plan/model';
import { applyEdits } from '../../../../../src/core/base/text';

interface Made {
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

/** What the tool itself (1.52) has written for these titles, one task after the other. */
const MADE = JSON.parse(readFileSync('test/fixtures/backlog-new.json', 'utf8')) as readonly Made[];
const NOW = Date.UTC(2026, 10, 30, 19, 48) / 1000;

const SAID: Readonly<Record<string, readonly Change[]>> = {
  Plain: [
    { kind: 'set', field: 'status', value: 'in progress' },
    { kind: 'setList', field: 'assignees', value: ['@pat', 'li'] },
    { kind: 'setList', field: 'labels', value: ['ui', 'web'] },
    { kind: 'set', field: 'priority', value: 'high' },
    { kind: 'setList', field: 'dependsOn', value: ['task-1'] },
  ],
};

function planOf(files: Readonly<Record<string, string>>): Plan {
  const parsed = Object.entries(files).map(([path, text]) => ({
    path: `backlog/${path}`,
    document: parseDocument(text, path.endsWith('.md') ? 'markdown' : 'yaml'),
  }));
  return assembleBacklog({ root: '/r', folder: 'backlog', files: parsed, unreadable: [] });
}

/** The file of a new task, with all that is said of it. */
function write(plan: Plan, id: string, title: string, config = '', due?: string): Omit<Made, 'title'> {
  const more = title === 'Plain' ? { milestone: 'm-0' } : {};
  const made = newBacklogFile(
    plan,
    'backlog',
    { kind: 'task', id, title, due, ...more, changes: SAID[title] },
    { now: NOW, config: parseDocument(config, 'yaml') },
  );
  const target = { kind: 'task', id: made.id, line: 1 } as const;
  const text = made.rest.reduce((draft, change) => {
    const result = editBacklog(draft, target, change, { plan, path: made.path, now: NOW });
    assert.ok(result.ok, JSON.stringify(result));
    return applyEdits(draft, result.edits);
  }, made.text);
  return { file: made.path, text };
}

describe('a new item of Backlog.md', () => {
  const milestone = { 'milestones/m-0 - release-one.md': '---\nid: m-0\ntitle: "Release one"\n---\n' };

  it('is a file as the tool itself writes it', () => {
    const files: Record<string, string> = { ...milestone };
    for (const [index, { title, file, text }] of MADE.entries()) {
      const due = title === 'Plain' ? '2026-12-24' : undefined;
      const made = write(planOf(files), `TASK-${index + 1}`, title, '', due);
      assert.deepEqual(made, { file: `backlog/tasks/${file}`, text });
      files[`tasks/${file}`] = text;
    }
    assert.deepEqual(
      planOf(files).tasks.map(({ title }) => title),
      MADE.map(({ title }) => title),
    );
  });

  it('obeys the config of the tool', () => {
    const config =
      'default_status: "In Progress"\ndefault_assignee: ["@ana"]\nzero_padded_ids: 3\n' +
      'definition_of_done: ["Tests pass", "Docs: updated"]\n';
    assert.deepEqual(write(planOf({}), 'BACK-1', 'One', config), {
      file: 'backlog/tasks/back-001 - One.md',
      text:
        "---\nid: BACK-001\ntitle: One\nstatus: In Progress\nassignee:\n  - '@ana'\n" +
        "created_date: '2026-11-30 19:48'\nlabels: []\ndependencies: []\nordinal: 1000\n---\n\n" +
        '## Definition of Done\n<!-- DOD:BEGIN -->\n- [ ] #1 Tests pass\n- [ ] #2 Docs: updated\n<!-- DOD:END -->\n',
    });
  });

  it('may be a milestone', () => {
    const title = "Zweiter: it's (a) 'x' \"y\" Ünï & Co. v1.0!";
    const item = { kind: 'milestone', id: 'M-1', title, due: '2026-12-24' } as const;
    const { path, text } = newBacklogFile(planOf(milestone), 'backlog', item, { now: NOW });
    assert.equal(path, "backlog/milestones/m-1 - zweiter-it's-(a)-'x'-y-ünï-&-co.-v1.0!.md");
    assert.equal(
      text,
      `---\nid: m-1\ntitle: "Zweiter: it's (a) 'x' \\"y\\" Ünï & Co. v1.0!"\ndue_date: "2026-12-24"\n---\n\n` +
        `## Description\n\nMilestone: ${title}\n`,
    );
  });
});
