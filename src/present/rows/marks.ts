import type { Finding } from '../../core/insight/findings/finding';
import type { FindingCode } from '../../core/plan/findingCodes';
import type { Item, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import type { Scope } from './scope';

/**
 * What needs attention about a task, each in a word or two: that it is blocked, that its id is used twice,
 * and the most serious of its findings.
 */
export function taskMarks({ findings }: Scope, task: Task): readonly Text[] {
  const worst = findings.bySubject.get(`task:${task.uid}`)?.find(isNews);
  return [
    ...(task.category === 'blocked' ? [{ code: 'ui.blocked' as const, args: [] as [] }] : []),
    ...twiceMark(task),
    ...(worst ? [{ code: 'ui.mark' as const, args: [worst.id] as [typeof worst.id] }] : []),
  ];
}

/** The row itself says that a task is overdue or blocked. */
function isNews(finding: Finding): finding is Finding & { id: Exclude<FindingCode, 'overdue' | 'blocked'> } {
  return finding.id !== 'overdue' && finding.id !== 'blocked';
}

/** The status of a task, unless it says nothing but what the mark of a blocked task says. */
export function statusText(task: Task): string {
  return task.category === 'blocked' && task.status.toLowerCase() === 'blocked' ? '' : task.status;
}

/** That the id of an item is used twice. */
export function twiceMark(item: Item): readonly Text[] {
  return item.duplicate ? [{ code: 'ui.id-twice', args: [] }] : [];
}
