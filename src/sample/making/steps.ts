import type { Block, CommitStep, Edit, Step } from './script';

/** The one public holiday in the past: nobody commits on it. */
export const HOLIDAY = -33;

/** Turns blocks into dated steps, in the order in which they happen. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  return blocks.flatMap(expand).sort((a, b) => a.day - b.day);
}

function expand(block: Block): Step[] {
  const [kind, first = '', second = '', third = '', fourth = ''] = block.words;
  switch (kind) {
    case 'commit':
      return block.drafts.map(draft => commit(Number(first), second, third || 'main', draft));
    case 'branch':
      return [{ kind: 'branch', day: Number(first), branch: second, from: fourth || 'main' }];
    case 'work':
      return expandWork(block, first, second, third, fourth || 'main');
    default:
      throw new Error(`unknown block: ${block.words.join(' ')}`);
  }
}

/**
 * Work on one task, from its first to its last day: the task becomes active, the commits follow, the
 * branch lands, the task is done. `how` is `main` or a branch name; after it may stand `merge`, `keep`
 * (merge and leave the branch), `squash:<number>`, or nothing for a branch that stays unmerged.
 */
function expandWork(block: Block, task: string, by: string, span: string, how: string): Step[] {
  const [from = 0, to = 0] = span.split('..').map(Number);
  const flags = block.words.slice(5);
  const squash = flags.find(flag => flag.startsWith('squash:'))?.slice(7);
  const landing = flags.includes('merge') || flags.includes('keep');
  const finish = !flags.includes('open') && (how === 'main' || landing || squash !== undefined);
  const start: Edit = { kind: 'set', key: task, field: 'status', value: 'In progress' };
  const done: Edit = { kind: 'set', key: task, field: 'status', value: 'Done' };
  const plan = (day: number, subject: string, edit: Edit) =>
    commit(day, by, 'main', { subject, body: [], edits: [edit] });

  const commits = block.drafts.map((draft, i) => {
    const day = working(Math.round(from + ((to - from) * (i + 1)) / block.drafts.length));
    const first = how === 'main' && i === 0 && block.drafts.length > 1 ? [start] : [];
    const last = finish && squash === undefined && i === block.drafts.length - 1 ? [done] : [];
    return commit(day, by, how, { ...draft, edits: [...draft.edits, ...first, ...last] });
  });
  if (how === 'main') {
    return commits;
  }
  const begin = flags.includes('unplanned') ? [] : [plan(working(from), `Start ${task}`, start)];
  if (squash !== undefined) {
    const subject = `${block.drafts[0]?.subject ?? task} (#${squash})`;
    const body = commits.flatMap(one => [
      `* ${one.subject}`,
      ...(one.body.length > 0 ? ['', ...one.body] : []),
      '',
    ]);
    const edits = commits.flatMap(one => one.edits);
    const squashed = commit(to, by, 'main', { subject, body, edits, label: block.drafts[0]?.label });
    return [...begin, squashed, ...(finish ? [plan(to, `Close ${task}`, done)] : [])];
  }
  const base = flags.find(flag => flag.startsWith('on:'))?.slice(3) ?? 'main';
  const steps: Step[] = [
    ...begin,
    { kind: 'branch', day: working(from), branch: how, from: base },
    ...commits,
  ];
  return landing
    ? [...steps, { kind: 'merge', day: to, by, branch: how, keep: flags.includes('keep') }]
    : steps;
}

function working(day: number): number {
  return day === HOLIDAY ? day + 1 : day;
}

function commit(
  day: number,
  by: string,
  branch: string,
  draft: Pick<CommitStep, 'subject' | 'body' | 'edits' | 'label'>,
): CommitStep {
  return { kind: 'commit', day, by, branch, ...draft };
}
