import type { TaskQuestion } from '../../present/picks/taskPicks';
import { pickRow } from '../ask';
import type { Loaded } from '../session';
import type { SubjectOf } from './subjects';

/** Asks for a task. */
export function pickTask(
  { engine, store }: Loaded,
  title: string,
  question?: TaskQuestion,
): Promise<SubjectOf<'task'> | undefined> {
  const { say, taskPicks } = engine;
  const placeHolder = say({ code: 'ui.pick-task', args: [] });
  return pickRow(taskPicks(store.snapshot, question), say, { title, matchOnDescription: true, placeHolder });
}
