import { DEFAULT_SETTINGS } from '../../plan/settings';
import type { CheckLine } from '../../documents/document';
import type { ParsedFile } from '../format';
import { statusOf } from '../../plan/boxStatus';
import type { BoxFile } from '../boxes/boxFile';
import { boxMilestone, readBoxTasks } from '../boxes/boxTasks';
import type { BoxLine } from '../boxes/boxTasks';
import { plainText } from '../boxes/boxText';
import { changeId } from './changes';
import { placeOf } from './places';

const NUMBERED = /^(?:\*\*)?(\d{1,6}(?:\.\d{1,6}){0,5})(?:\*\*)?[.:)]?(?=\s|$)\s*/;

/** Reads the `tasks.md` of a change: the change is the milestone, its headings are labels. */
export function readChange(file: ParsedFile, paths: readonly string[]): BoxFile {
  const place = placeOf(file.path);
  if (!place) {
    return { milestones: [], tasks: [] };
  }
  const id = changeId(place, paths);
  const { headings } = file.document;
  const unticked = place.archived ? { unticked: statusNamed('done') } : {};
  const tasks = readBoxTasks(file, id, check => {
    const group = headings[check.heading ?? -1];
    const line = readLine(check, id);
    return (
      line && {
        ...line,
        ...unticked,
        milestone: id,
        more: { labels: group && group.level > 1 ? [group.text.replace(/^[\d.]+\s+/, '')] : [] },
      }
    );
  });
  const draft = boxMilestone(file, id, place.name, { line: 0 }, place.archived ? 'done' : 'planned');
  return { tasks, milestones: [{ draft, declared: true }] };
}

function readLine(check: CheckLine, change: string): BoxLine | undefined {
  const number = NUMBERED.exec(check.text);
  if (!number && check.parent !== undefined) {
    return undefined;
  }
  const title = plainText(check.text.slice(number?.[0].length ?? 0));
  return { id: number ? `${change}/${number[1] ?? ''}` : '', title: title || (number?.[1] ?? '') };
}

function statusNamed(category: 'done'): { readonly name: string; readonly category: 'done' } {
  return { name: statusOf(category, DEFAULT_SETTINGS).status, category };
}
