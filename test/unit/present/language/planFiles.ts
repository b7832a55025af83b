import { parseDocument } from '../../../../src/core/documents/parseDocument';
import { backlogFormat } from '../../../../src/core/formats/backlog/backlog';
import type { PlanFormat } from '../../../../src/core/formats/format';
import { nativeFormat } from '../../../../src/core/formats/native/native';
import type { Snapshot } from '../../../../src/core/snapshot';
import { planFileAt, type PlanFile } from '../../../../src/present/language/planFile';
import { aSnapshot, TODAY } from '../../../support/snapshotBuilder';

/** A native plan, its files by their paths. */
export const NATIVE: Readonly<Record<string, string>> = {
  'plan/project.md': '---\nname: Tea\nkey: TEA\npeople:\n  ana: { name: Ana Lee }\n---\n',
  'plan/milestones/opening.md': [
    ...[
      '---',
      'id: opening',
      'title: Opening',
      'due: 2026-12-02',
      '---',
      '',
      '# Opening',
      '',
      '## Tasks',
      '',
    ],
    '- [ ] TEA-1 Order leaves @ana #shop est:2d after:TEA-3',
    '- [ ] TEA-2 Paint the shop',
    '',
    'See TEA-1, `TEA-2` and tea-03.',
    '',
  ].join('\n'),
  'plan/tasks/tea-3.md': [
    ...['---', 'id: TEA-3', 'title: Sign the lease', 'milestone: opening', 'status: To do'],
    ...['depends_on: [TEA-2]', 'aliases: [OLD-7]', '---', '', 'After TEA-1, as OLD-7 was.', ''],
  ].join('\n'),
};

/** A plan of Backlog.md. */
export const BACKLOG: Readonly<Record<string, string>> = {
  'backlog/config.yml': 'project_name: Port\nstatuses: ["To Do", "In Progress", "Done"]\ntask_prefix: back\n',
  'backlog/tasks/back-1 - Berths.md': [
    ...['---', 'id: BACK-1', 'title: Berths', 'status: To Do', 'assignee:', "  - '@zoe'"],
    ...['labels: [harbour]', 'dependencies:', '  - BACK-2', 'milestone: m-1', '---', '', 'Like BACK-2.', ''],
  ].join('\n'),
  'backlog/tasks/back-2 - Tides.md': '---\nid: BACK-2\ntitle: Tides\nstatus: Done\n---\n',
  'backlog/milestones/m-1 - spring.md': '---\nid: m-1\ntitle: Spring\n---\n',
};

/** A snapshot of a plan as its format reads it. */
export function snapshotOf(
  files: Readonly<Record<string, string>>,
  format: PlanFormat = nativeFormat,
  folder = 'plan',
): Snapshot {
  const plan = format.assemble({
    root: '/work/app',
    folder,
    unreadable: [],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      document: parseDocument(text, path.endsWith('.md') ? 'markdown' : 'yaml'),
    })),
  });
  const built = aSnapshot([{}]);
  return { ...built, plans: built.plans.map(facts => ({ ...facts, today: TODAY, plan })) };
}

/** A snapshot of the plan of Backlog.md. */
export function backlogSnapshot(): Snapshot {
  return snapshotOf(BACKLOG, backlogFormat, 'backlog');
}

/** The file of a snapshot. @throws when it is none of a plan */
export function fileIn(snapshot: Snapshot, path: string): PlanFile {
  const file = planFileAt(snapshot, snapshot.plans[0]?.plan.root ?? '', path);
  if (!file) {
    throw new Error(`no plan file ${path}`);
  }
  return file;
}

/** A text without its mark `|`, and where that stood. */
export function marked(text: string): {
  readonly text: string;
  readonly position: { readonly line: number; readonly character: number };
} {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return {
    text: text.replace('|', ''),
    position: { line: before.length - 1, character: (before.at(-1) ?? '').length },
  };
}
