/** The lines of a table for each plan, a blank line between two. */
export function eachPlan<T>(plans: readonly T[], table: (plan: T) => readonly string[]): string[] {
  return plans.flatMap((one, index) => [...(index > 0 ? [''] : []), ...table(one)]);
}

/** The lines of a table for each plan, below the name of the plan where there are several. */
export function eachNamedPlan<T extends { readonly plan: { readonly name: string } }>(
  plans: readonly T[],
  table: (plan: T) => readonly string[],
): string[] {
  return eachPlan(plans, one => [...(plans.length > 1 ? [one.plan.name] : []), ...table(one)]);
}
