/** How large a generated repository is. */
export interface Size {
  /** Share of the full size, for its name: `1/16`. */
  readonly name: string;
  readonly tasks: number;
  readonly milestones: number;
  readonly risks: number;
  readonly commits: number;
  readonly branches: number;
}

/** The size that the bars are about. */
const FULL = { tasks: 10_000, milestones: 200, risks: 500, commits: 100_000, branches: 1_000 };

/** A part of the full size: `1 / 16` of it. */
export function sizeOf(parts: number): Size {
  const part = (count: number): number => Math.round(count / parts);
  return {
    name: parts === 1 ? '1' : `1/${parts}`,
    tasks: part(FULL.tasks),
    milestones: part(FULL.milestones),
    risks: part(FULL.risks),
    commits: part(FULL.commits),
    branches: part(FULL.branches),
  };
}
