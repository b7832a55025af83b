import type { Message } from '../../../core/base/message';
import type { GitMessages, PlanFacts, Repo } from '../../../core/snapshot';
import type { Text } from '../../../words/text';
import type { Answer } from '../panelInput';

/** The plan on the day of the baseline, or why it is not known (yet). */
export type Before =
  { readonly ok: true; readonly facts: PlanFacts } | { readonly ok: false; readonly text: Text };

/** @param answer undefined while git has not been asked */
export function beforeOf(repo: Repo | undefined, answer: Answer<PlanFacts> | undefined): Before {
  if (answer && repo?.history) {
    return answer.ok ? { ok: true, facts: answer.value } : { ok: false, text: whyUnknown(answer.problem) };
  }
  return { ok: false, text: withoutHistory(repo) };
}

/** What the command line answers names a revision to ask for; the panel offers spans, and a new plan has none yet. */
function whyUnknown(problem: Message<GitMessages>): Text {
  return problem.code === 'git-before-first'
    ? { code: 'panel.recent-too-early', args: problem.args }
    : problem;
}

/** Why git has not said anything. */
export function withoutHistory(repo: Repo | undefined): Text {
  const code = repo && !repo.problem ? ('panel.recent-reading' as const) : ('panel.recent-no-git' as const);
  return repo?.problem ?? { code, args: [] };
}
