export interface PlanFolder {
  /** Absolute, with every symbolic link resolved. */
  readonly folder: string;
  remove(): void;
}

/** A copy of a fixture in a repository of its own, with one commit on `main`. The caller removes it. */
export function planFolder(fixture?: string): PlanFolder;
