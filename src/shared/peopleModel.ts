import type { FindingModel } from './parts';
import type { PlaceModel } from './parts';
import type { TaskModel } from './parts';
import type { Paged } from './parts';
import type { Text } from '../words/text';

/** A week, Monday to Sunday. */
export interface WeekModel {
  /** Its Monday. */
  readonly start: string;
  /** ISO week number. */
  readonly number: number;
  /** The project's days off in it. */
  readonly holidays?: Text;
}

/** What somebody does of a task in a week. */
export interface WorkModel {
  /** Index in `PeopleModel.tasks`. */
  readonly task: number;
  /** Working days at full attention, in tenths. */
  readonly days: number;
  /** Nobody's yet: the schedule has given it to them. */
  readonly given?: true;
}

/** Work against what can be done; working days at full attention, in tenths. */
export interface LoadModel {
  readonly allocated: number;
  readonly capacity: number;
  /** Part of what is allocated that is nobody's yet. */
  readonly given?: number;
}

/** What one person does in one week. */
export interface PersonWeekModel extends LoadModel {
  readonly work: readonly WorkModel[];
  /** Days on which they are away, though others work. */
  readonly away?: Text;
}

/** A person and their weeks. */
export interface PersonModel {
  readonly id: string;
  readonly name: string;
  /** What is unusual about them: a share of the day, other weekdays, no work at all. */
  readonly note?: Text;
  /** More is asked of them before a date than they can do. */
  readonly asked: readonly Text[];
  /** One for each of `PeopleModel.weeks`. */
  readonly weeks: readonly PersonWeekModel[];
  /** Of the weeks that are shown. */
  readonly total: LoadModel;
}

/** A task that somebody works on. */
export interface WorkTaskModel extends TaskModel {
  /** Name of its plan, when that is another one; such a task cannot be opened from here. */
  readonly plan?: string;
}

/** How people are declared, where none are. */
export interface DeclareModel {
  readonly text: Text;
  /** An example to be copied. */
  readonly example: string;
  /** The file it belongs into, when the plan has one. */
  readonly place?: PlaceModel;
}

/** What the tab *People* shows. */
export interface PeopleModel {
  readonly tab: 'people';
  readonly kind: 'people';
  readonly today: string;
  readonly weeks: readonly WeekModel[];
  /** Weeks with work, of which those shown are the first. */
  readonly allWeeks: number;
  readonly people: Paged<PersonModel>;
  /** Everybody together, also those who are not shown; one for each of `weeks`. */
  readonly everyone: readonly LoadModel[];
  readonly total: LoadModel;
  readonly tasks: readonly WorkTaskModel[];
  /** What asks too much of somebody. */
  readonly findings: Paged<FindingModel>;
  /** Holidays (without a name) and absences in the weeks shown. */
  readonly off: readonly { readonly name?: string; readonly days: Text }[];
  /** What the figures rest on. */
  readonly notes: readonly Text[];
  readonly declare?: DeclareModel;
}
