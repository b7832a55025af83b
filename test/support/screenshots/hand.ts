/** The gestures of a review, as they are made by one kind of hand; each resolves when its effect can be looked for. */
export interface Hand {
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
  commitPlan(): Promise<void>;
  /** Checks out another branch in VS Code. */
  checkout(branch: string): Promise<void>;
}
