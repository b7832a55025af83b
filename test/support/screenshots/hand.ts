/** A view of the side bar, by its name. */
export type ViewName = 'Milestones' | 'Current Work' | 'Risks';

/** The gestures of a day, as they are made by one kind of hand; each resolves when its effect can be looked for. */
export interface Hand {
  /** Clicks or key presses so far. */
  readonly gestures: number;
  /** Presses a button in the side bar, or runs its command. */
  button(name: string, command: string): Promise<void>;
  /** Takes an entry of the menu of a view's title, or runs its command. */
  title(view: ViewName, name: string, command: string): Promise<void>;
  /** Takes an entry of the menu of rows that follow each other in a view. @param path from its submenu, if it is in one */
  menu(view: ViewName, rows: readonly RegExp[], path: readonly string[]): Promise<void>;
  /**
   * Types the answer to a question and accepts it.
   * @param prompt a part of the question
   * @param shown a part of what the list below makes of it, if there is one
   */
  answer(prompt: string, text: string, shown?: string): Promise<void>;
  /** Accepts what the list has in focus. */
  accept(): Promise<void>;
  /** Takes an entry of the open list. */
  choose(entry: string): Promise<void>;
  /** Accepts what is ticked in the open list. */
  acceptTicked(): Promise<void>;
  /** Opens a commit from its row in *Current Work*. */
  openCommit(subject: RegExp): Promise<void>;
  /** Opens the panel with the review of the branch of the commit that is open. */
  review(commit: RegExp): Promise<void>;
  /** Links the commit that was opened last, and that of the row above it, to a task in one gesture. */
  link(opened: RegExp, other: RegExp, task: string): Promise<void>;
  /** Removes the link of a commit to a task in the panel. */
  unlink(commit: RegExp, task: string): Promise<void>;
  /** Presses a button of the panel. */
  press(button: RegExp): Promise<void>;
  /** Ticks a box of the panel. */
  tick(box: RegExp): Promise<void>;
  /** Commits all plan changes on the branch that is checked out, from the panel's strip. */
  commitPlan(branch: string): Promise<void>;
  /** Checks out another branch in VS Code. */
  checkout(branch: string): Promise<void>;
}
