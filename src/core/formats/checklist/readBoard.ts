import type { Category } from '../../plan/category';
import type { Status } from '../../plan/settings';
import { categoryByWord } from '../../plan/statusWords';
import type { ParsedFile } from '../format';
import type { BoxFile } from '../boxes/boxFile';
import { readBoxTasks } from '../boxes/boxTasks';
import { sectionsOf } from '../boxes/boxText';
import { dateProblemsOf, readTask } from './readList';

const ACTIVE = /^(?:doing|in progress|in review|reviewing|review|testing|active|current|now|wip)\b/i;

/** Reads an obsidian-kanban board: a lane (H2) is the status of its cards, and a tick beats it. */
export function readBoard(file: ParsedFile): BoxFile {
  const { headings } = file.document;
  const sections = sectionsOf(headings, ({ level }) => level === 2);
  const lanes = new Map<string, Status>();
  for (const { level, text } of headings) {
    if (level === 2 && !lanes.has(text)) {
      lanes.set(text, { name: text, category: categoryOfLane(text) });
    }
  }
  const statuses = [...lanes.values()];
  const done = statuses.find(({ category }) => category === 'done') ?? { name: 'Done', category: 'done' };
  const tasks = readBoxTasks(file, 'board', check => {
    const lane = lanes.get(headings[sections[check.heading ?? -1] ?? -1]?.text ?? '');
    return { ...readTask(check), ticked: done.name, ...(lane ? { unticked: lane } : {}) };
  });
  return {
    milestones: [],
    tasks,
    problems: dateProblemsOf(file),
    statuses: statuses.length === 0 || statuses.includes(done) ? statuses : [...statuses, done],
  };
}

function categoryOfLane(name: string): Category {
  return ACTIVE.test(name.trim()) ? 'active' : (categoryByWord(name) ?? 'open');
}
