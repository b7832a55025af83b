import type { CommitRef } from '../../core/plan/change';
import { remark } from '../ask';
import type { Loaded } from '../session';
import { Refused, type Command, type CommandContext } from './command';
import { editItem } from './edit';
import { editorCommit } from './editorCommit';
import { COMMANDS } from './ids';
import { pickCommits } from './pickCommits';
import { pickTasks } from './pickTasks';
import { subjectsOfKind, type SubjectOf } from './subjects';

/** Links commits to a task by hand: those of a tree, of the active diff editor, or picked ones. */
export function linkCommit({ session }: CommandContext): Command {
  return {
    id: COMMANDS.linkCommit,
    async execute(...args) {
      const loaded = await session.load();
      const commits = await commitsFor(loaded, args);
      const [first] = commits;
      if (!first) {
        return;
      }
      const { say } = loaded.engine;
      const title = say({ code: 'ui.link-count', args: [commits.length, first.hash.slice(0, 8)] });
      const [task] = await pickTasks(loaded, { title, repo: first.repo });
      if (!task) {
        return;
      }
      const refs = await commitRefs(loaded, task.plan, commits);
      await editItem(loaded, task, [{ kind: 'link', commits: refs }]);
      remark(say({ code: 'ui.linked', args: [refs.length, idOf(loaded, task)] }));
    },
  };
}

async function commitsFor(loaded: Loaded, args: readonly unknown[]): Promise<readonly SubjectOf<'commit'>[]> {
  const given = subjectsOfKind(args, 'commit');
  if (given.length > 0) {
    return given;
  }
  const shown = editorCommit(loaded, args);
  return shown ? [shown] : pickCommits(loaded, { many: true });
}

/** Commits as hand-made links record them. */
export async function commitRefs(
  { store }: Loaded,
  plan: string,
  commits: readonly SubjectOf<'commit'>[],
): Promise<readonly CommitRef[]> {
  const refs: CommitRef[] = [];
  for (const { hash } of commits) {
    const outcome = await store.commitRef(plan, hash);
    if (!outcome.ok) {
      throw new Refused(outcome.problem);
    }
    refs.push(outcome.value);
  }
  return refs;
}

/** The id of a task, for people. */
export function idOf({ store }: Loaded, { plan, uid }: SubjectOf<'task'>): string {
  const facts = store.snapshot.plans.find(each => each.plan.uid === plan);
  return facts?.plan.tasks.find(task => task.uid === uid)?.id ?? '';
}
