import type { Change } from '../../../plan/change';
import type { Milestone, Task } from '../../../plan/model';
import { nameOf } from '../../../plan/nameOf';
import { keyFinder } from '../../../plan/otherIds';
import type { CheckLine } from '../../../documents/document';
import { findField, textsOf } from '../../../documents/edit/fieldText';
import { parseDocument } from '../../../documents/parseDocument';
import { descendantsOf } from '../../descendants';
import type { Desk, Destination, MoveContext, MoveRefusal, Moving } from '../../moving';
import { projectPath } from '../../projectPath';
import { changesOthers, freedByMoving } from './changesOthers';
import type { NativeTools } from './nativeTools';
import { promote, promotedFiles } from './promote';
import { reformAll } from './reformAll';
import { reducedFiles, toLine } from './toLine';
import { blockOf, cutBlock, insertLines, linesOf, placed, sheetOf, slotAfter, slotUnder } from './taskBlock';
import type { Sheet, Slot } from './taskBlock';
import { lineOf, referenceText } from './taskLines';

/** Moves tasks of native plans: lines with all that is nested in them, and fields of task files. */
export function nativeMoving(tools: NativeTools): Moving {
  return {
    files: filesFor,
    move(desk, tasks, to, context) {
      const moves = new NativeMoves(desk, context, tools);
      let next = to;
      for (const task of tasks) {
        const refusal = moves.move(task, next);
        if (refusal) {
          return refusal;
        }
        next = to.kind === 'after' ? { kind: 'after', task } : to;
      }
      const { plan } = context;
      const wide = changesOthers(desk, plan, freedByMoving(plan, tasks), tools);
      return wide === undefined ? undefined : { code: 'edit-too-wide', args: [wide] };
    },
    reforming: {
      file: {
        files: promotedFiles,
        make: (desk, tasks, context) => reformAll(desk, tasks, context, tools, promote),
      },
      line: {
        files: reducedFiles,
        make: (desk, tasks, context) => reformAll(desk, tasks, context, tools, toLine),
      },
    },
  };
}

const filesFor: Moving['files'] = (plan, tasks, to) => {
  const anchor = to.kind === 'milestone' ? undefined : to.task;
  const key = to.kind === 'milestone' ? to.milestone?.key : anchor?.milestone;
  const own = [...tasks, ...tasks.flatMap(task => descendantsOf(plan, task)), ...(anchor ? [anchor] : [])];
  const milestone = plan.milestones.find(one => one.key === key);
  return [
    ...new Set([
      projectPath(plan.folder),
      ...own.flatMap(({ file, reference }) => [file, ...(reference ? [reference.file] : [])]),
      ...(milestone ? [milestone.file] : []),
    ]),
  ];
};

/** A list of tasks, or where none is. */
interface Target {
  /** Where the line goes; undefined where there is no list. */
  readonly place?: { readonly file: string; readonly slot: Slot };
  readonly milestone: Milestone | undefined;
  /** Undefined leaves it as it is. */
  readonly parent?: Task | 'none';
}

/** The moves of one gesture, one after the other on the same texts. */
class NativeMoves {
  /** Where lines stand that have been moved or added. */
  private readonly lines = new Map<Task, string>();

  constructor(
    private readonly desk: Desk,
    private readonly context: MoveContext,
    private readonly tools: NativeTools,
  ) {}

  move(task: Task, to: Destination): MoveRefusal | undefined {
    const isThere = to.kind === 'milestone' && task.milestone === to.milestone?.key;
    if (isThere && !(task.inline && task.parent !== undefined)) {
      return undefined;
    }
    const anchored = to.kind === 'milestone' ? undefined : this.giveLine(to, task);
    if (anchored) {
      return anchored;
    }
    const file = this.lineFile(task);
    const cut = file === undefined ? undefined : this.cut(task, file);
    if (cut && 'refusal' in cut) {
      return cut.refusal;
    }
    const target = this.target(to);
    if ('refusal' in target) {
      return target.refusal;
    }
    const { place } = target;
    // A task with a file of its own is in a milestone, or below a task, by what its file says.
    const block = cut ?? (to.kind === 'after' ? { lines: undefined, check: undefined } : undefined);
    if (place && block) {
      this.insert(task, place, block);
    } else if (cut && task.inline) {
      return { code: 'line-needs-milestone', args: [nameOf(task)] };
    } else if (cut && cut.lines.length > 1) {
      return { code: 'lines-below', args: [nameOf(task), file ?? ''] };
    }
    return task.inline
      ? this.followers(task, target)
      : this.fields(task, target, place !== undefined && block !== undefined);
  }

  private cut(
    task: Task,
    file: string,
  ): { readonly lines: readonly string[]; readonly check: CheckLine } | { readonly refusal: MoveRefusal } {
    const found = this.find(task, file);
    if ('refusal' in found) {
      return found;
    }
    const { sheet, check } = found;
    const block = blockOf(sheet, check);
    this.desk.edit(file, [cutBlock(sheet, block)]);
    return { lines: linesOf(sheet, block), check };
  }

  private insert(
    task: Task,
    { file, slot }: NonNullable<Target['place']>,
    {
      lines,
      check,
    }: { readonly lines?: readonly string[] | undefined; readonly check?: CheckLine | undefined },
  ): void {
    const block =
      lines && check
        ? placed(lines, check, slot.lead)
        : [slot.lead + referenceText(task, file, this.tools.marks[task.category])];
    this.desk.edit(file, [insertLines(this.sheet(file), slot, block)]);
    this.lines.set(task, file);
  }

  /** What the tasks below say of the milestone that the task leaves. */
  private followers(task: Task, target: Target): MoveRefusal | undefined {
    for (const one of descendantsOf(this.context.plan, task)) {
      const refusal =
        !one.inline && one.milestone === task.milestone
          ? this.setMilestone(one, target, 'where said')
          : undefined;
      if (refusal) {
        return refusal;
      }
    }
    return undefined;
  }

  private fields(task: Task, target: Target, inList: boolean): MoveRefusal | undefined {
    const { parent } = target;
    const saysParent = this.says(task, 'parent') !== undefined;
    const isParentSet = parent === 'none' || inList ? saysParent : parent !== undefined;
    return (
      (isParentSet && parent !== undefined
        ? this.set(task, 'parent', parent === 'none' ? undefined : parent.id)
        : undefined) ??
      // Below another task the milestone is that task's.
      this.setMilestone(
        task,
        target,
        inList || (parent !== undefined && parent !== 'none') ? 'where said' : 'always',
      ) ??
      this.followers(task, target)
    );
  }

  private setMilestone(
    task: Task,
    { milestone }: Target,
    when: 'always' | 'where said',
  ): MoveRefusal | undefined {
    const said = this.says(task, 'milestone');
    const isSaid = said !== undefined && keyFinder(this.context.plan)(said) === milestone?.key;
    return isSaid || (said === undefined && (when === 'where said' || !milestone))
      ? undefined
      : this.set(task, 'milestone', milestone?.id);
  }

  private set(task: Task, field: 'milestone' | 'parent', value: string | undefined): MoveRefusal | undefined {
    const { plan, now } = this.context;
    const { file: path, id, line } = task;
    const change: Change = { kind: 'set', field, value };
    const context = { plan, path, now };
    const result = this.tools.edit(this.desk.text(path) ?? '', { kind: 'task', id, line }, change, context);
    if (!result.ok) {
      return result.refusal;
    }
    this.desk.edit(path, result.edits);
    return undefined;
  }

  private says({ file }: Task, field: string): string | undefined {
    const document = parseDocument(this.desk.text(file) ?? '', 'markdown');
    return textsOf(findField(document, field)?.value)[0];
  }

  private target(to: Destination): Target | { readonly refusal: MoveRefusal } {
    const { milestones } = this.context.plan;
    if (to.kind === 'milestone') {
      const { milestone } = to;
      return milestone ? { place: this.end(milestone.file), milestone } : { milestone };
    }
    const { task } = to;
    const file = this.lineFile(task);
    const milestone = milestones.find(one =>
      file === undefined ? one.key === task.milestone : one.file === file,
    );
    const parent = to.kind === 'under' ? task : (this.byKey(task.parent) ?? 'none');
    if (file === undefined) {
      return { milestone, parent };
    }
    const found = this.find(task, file);
    if ('refusal' in found) {
      return found;
    }
    const slot =
      to.kind === 'after' ? slotAfter(found.sheet, found.check) : slotUnder(found.sheet, found.check);
    return { place: { file, slot }, milestone, parent };
  }

  /** The end of the list of a milestone, which gets one where it has none. */
  private end(file: string): NonNullable<Target['place']> {
    const sheet = this.sheet(file);
    const { document, lines, eol, text } = sheet;
    const found = this.tools.endOfTasks(document, lines);
    if (found) {
      return { file, slot: { ...found, lead: found.lead.slice(0, -1) } };
    }
    const before = text === '' || text.endsWith('\n') ? '' : eol;
    this.desk.edit(file, [{ start: text.length, end: text.length, text: `${before}${eol}## Tasks${eol}` }]);
    return this.end(file);
  }

  /** Gives the task that others are placed at a line, where only its file says where it belongs. */
  private giveLine(
    { kind, task }: Exclude<Destination, { kind: 'milestone' }>,
    moved: Task,
  ): MoveRefusal | undefined {
    if (this.lineFile(task) !== undefined || (kind === 'under' && !moved.inline)) {
      return undefined;
    }
    const { tasks, milestones } = this.context.plan;
    const milestone = milestones.find(({ key }) => key === task.milestone);
    if (!milestone || task.parent !== undefined) {
      return { code: 'in-no-list', args: [nameOf(task)] };
    }
    // What stands before it by its name goes on standing before it.
    const before = tasks
      .slice(0, tasks.indexOf(task) + 1)
      .filter(
        one =>
          one.milestone === milestone.key && one.parent === undefined && this.lineFile(one) === undefined,
      );
    for (const one of kind === 'after' ? before : [task]) {
      this.insert(one, this.end(milestone.file), {});
    }
    return undefined;
  }

  private find(
    task: Task,
    file: string,
  ): { readonly sheet: Sheet; readonly check: CheckLine } | { readonly refusal: MoveRefusal } {
    const sheet = this.sheet(file);
    if (sheet.document.conflict) {
      return { refusal: { code: 'conflict-markers', args: [] } };
    }
    // Where it stood says nothing once lines have moved.
    const line = this.desk.isChanged(file) ? undefined : task.inline ? task.line : task.reference?.line;
    const found = lineOf(sheet, this.context.plan, task, line, this.tools);
    return 'refusal' in found ? found : { sheet, check: found.check };
  }

  private lineFile(task: Task): string | undefined {
    return this.lines.get(task) ?? (task.inline ? task.file : task.reference?.file);
  }

  private sheet(file: string): Sheet {
    return sheetOf(this.desk.text(file) ?? '');
  }

  private byKey(key: string | undefined): Task | undefined {
    return key === undefined ? undefined : this.context.plan.tasks.find(task => task.key === key);
  }
}
