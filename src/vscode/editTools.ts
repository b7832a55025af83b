/** Commands that change fields of items, loaded when one of them runs for the first time. */
import { FIELD_GESTURES, type FieldGesture } from '../present/gestures/gestures';
import { block, unblock } from './editing/block';
import { declareHealth, markReviewed } from './editing/judge';
import { closeMilestone, drop } from './editing/over';
import { applyRemedies, setActive, setDone } from './editing/remedy';
import { createPlan } from './editing/createPlan';
import { finishWork } from './editing/finishWork';
import { makeOverlay } from './editing/makeOverlay';
import { moveTo } from './editing/moveTo';
import { newMilestone, newRisk } from './editing/newItems';
import { newTask } from './editing/newTask';
import { promote, toLine } from './editing/reform';
import { shiftDates } from './editing/shiftDates';
import { split } from './editing/split';
import { startWork } from './editing/startWork';
import { setField } from './editing/setField';
import { gestureSentences } from '../words/gestures';
import { moveRefusalSentences } from '../words/moving';
import { learn } from '../words/say';
import type { LaterCommand } from './linking/kit';

export { dayLines } from './editing/dayLines';

learn({ ...gestureSentences, ...moveRefusalSentences });

const setters = Object.fromEntries(
  Object.keys(FIELD_GESTURES).map(name => [name, setField(name as FieldGesture)]),
) as Readonly<Record<FieldGesture, LaterCommand>>;

/** The commands that ask what fields of items are to become, by their names. */
export const editCommands = {
  ...setters,
  ...{ block, unblock, declareHealth, markReviewed, closeMilestone, drop },
  ...{ moveTo, promote, shiftDates, split, toLine },
  ...{ applyRemedies, setActive, setDone },
  ...{ createPlan, makeOverlay, newMilestone, newRisk, newTask, startWork, finishWork },
};
