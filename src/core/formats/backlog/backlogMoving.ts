import type { EditResult } from '../../plan/change';
import { isOver } from '../../plan/category';
import type { Milestone, Task } from '../../plan/model';
import { findField } from '../../documents/edit/fieldText';
import { parseDocument } from '../../documents/parseDocument';
import { descendantsOf } from '../descendants';
import type { Desk, Destination, MoveContext, MoveRefusal, Moving } from '../moving';
import type { editBacklog, editOrdinal } from './editBacklog';
import { ordinalsAfter } from './ordinals';

/** What moving needs of the rest of the format, which gives it, so that its code is loaded at the first move. */
export interface BacklogTools {
  readonly edit: typeof editBacklog;
  readonly editOrdinal: typeof editOrdinal;
}

/** Moves tasks of Backlog.md: by milestone and parent in their files, and by the order of the tool's board. */
export function backlogMoving(tools: BacklogTools): Moving {
  return {
    files(plan, tasks, to) {
      const others = to.kind === 'after' ? plan.tasks.filter(task => !isOver(task.category)) : [];
      const own = [...tasks, ...tasks.flatMap(task => descendantsOf(plan, task)), ...others];
      return [...new Set([...own, ...(to.kind === 'after' ? [to.task] : [])].map(({ file }) => file))];
    },
    move(desk, tasks, to, context) {
      const moves = new BacklogMoves(desk, context, tools);
      for (const task of tasks) {
        const refusal = moves.move(task, to);
        if (refusal) {
          return refusal;
        }
      }
      return to.kind === 'after' ? moves.order(tasks, to.task) : undefined;
    },
  };
}

/** The moves of one gesture on the same texts. */
class BacklogMoves {
  constructor(
    private readonly desk: Desk,
    private readonly context: MoveContext,
    private readonly tools: BacklogTools,
  ) {}

  move(task: Task, to: Destination): MoveRefusal | undefined {
    const { milestones, tasks } = this.context.plan;
    if (to.kind === 'milestone') {
      return this.setMilestone(task, to.milestone);
    }
    const parent = to.kind === 'under' ? to.task : tasks.find(({ key }) => key === to.task.parent);
    const milestone = milestones.find(({ key }) => key === to.task.milestone);
    return this.setParent(task, parent) ?? this.setMilestone(task, milestone);
  }

  /** Gives tasks their places behind another one, and those that follow where there is no room. */
  order(moved: readonly Task[], after: Task): MoveRefusal | undefined {
    for (const [{ file }, ordinal] of ordinalsAfter(this.context.plan.tasks, moved, after)) {
      const refusal = this.take(
        file,
        this.tools.editOrdinal(this.desk.text(file) ?? '', ordinal, this.context.now),
      );
      if (refusal) {
        return refusal;
      }
    }
    return undefined;
  }

  /** The milestone of a task, and of those below it that say the same. */
  private setMilestone(task: Task, milestone: Milestone | undefined): MoveRefusal | undefined {
    if (task.milestone === milestone?.key) {
      return undefined;
    }
    const below = descendantsOf(this.context.plan, task).filter(
      one => one.milestone === task.milestone && this.says(one, 'milestone'),
    );
    for (const one of [task, ...below]) {
      const refusal = this.set(one, 'milestone', milestone?.id);
      if (refusal) {
        return refusal;
      }
    }
    return undefined;
  }

  private setParent(task: Task, parent: Task | undefined): MoveRefusal | undefined {
    if (task.parent === parent?.key) {
      return undefined;
    }
    return !parent && task.id.includes('.')
      ? { code: 'parent-in-id', args: [task.id, task.id.slice(0, task.id.lastIndexOf('.'))] }
      : this.set(task, 'parent', parent?.id);
  }

  private set(
    { id, line, file: path }: Task,
    field: 'milestone' | 'parent',
    value: string | undefined,
  ): MoveRefusal | undefined {
    const target = { kind: 'task', id, line } as const;
    const { plan, now } = this.context;
    return this.take(
      path,
      this.tools.edit(this.desk.text(path) ?? '', target, { kind: 'set', field, value }, { plan, path, now }),
    );
  }

  private take(file: string, result: EditResult): MoveRefusal | undefined {
    if (!result.ok) {
      return result.refusal;
    }
    this.desk.edit(file, result.edits);
    return undefined;
  }

  private says({ file }: Task, field: string): boolean {
    return findField(parseDocument(this.desk.text(file) ?? '', 'markdown'), field) !== undefined;
  }
}
