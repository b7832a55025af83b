import type { MessageModel, ReviewModel } from '../../../shared/panelModel';
import type { Text } from '../../../words/text';
import { effectRows } from '../../effectRows';
import { headName } from '../frame/banner';
import { MANAGE_TRUST, SHOW_LOG } from '../frame/notices';
import { unmergedBranches } from '../overview/unmergedBranches';
import { message, REFRESH } from '../parts/messages';
import type { MakeTab } from '../tab';
import { reviewModel } from './review';

/** Lines about the effect of a branch that are shown. */
const MOST_EFFECTS = 60;

/** Makes the model of the review. */
export const reviewTab: MakeTab = ({ snapshot, view, answers, facts, repo, limits }): ReviewModel => {
  const found = answers.review?.ok ? answers.review.value : undefined;
  const fallback = repo?.history?.defaultBranch?.name ?? '';
  const head = view.head ?? (repo ? headName(repo) : '');
  return {
    tab: 'review',
    base: {
      name: view.base ?? fallback,
      ...(found && { hash: found.base.hash }),
      pinned: view.base !== undefined,
    },
    head: { name: head, ...(found && { hash: found.head.hash }), pinned: view.head !== undefined },
    state: reviewState(),
  };

  function reviewState(): ReviewModel['state'] {
    if (!answers.review) {
      return repo?.problem || !repo
        ? failed(repo?.problem ?? snapshot.withoutGit ?? { code: 'git-not-repository', args: [] })
        : repo.history?.head.kind === 'unborn'
          ? failed({ code: 'git-unborn', args: [] })
          : message(true, 'panel.recent-reading', 'panel.review-reading-detail', []);
    }
    if (!found) {
      return failed(answers.review.ok ? '' : answers.review.problem, 'panel.review-failed');
    }
    if (found.base.hash === found.head.hash && found.changes.length === 0) {
      const title: Text = { code: 'panel.review-nothing', args: [head] };
      const detail: Text = { code: 'panel.review-nothing-detail', args: [] };
      const heads = repo?.history ? unmergedBranches(repo.history, found.head.hash) : [];
      return { kind: 'message', busy: false, title, detail, actions: [], heads };
    }
    const plans = answers.atHead?.ok ? [answers.atHead.value, facts] : [facts];
    const effect = answers.effect?.ok ? effectRows(answers.effect.value) : undefined;
    const effectProblem: Text | undefined = answers.effect?.ok === false ? answers.effect.problem : undefined;
    return {
      ...reviewModel(found, plans, limits),
      ...(effectProblem !== undefined && { effectProblem }),
      ...(effect && { effect: effect.slice(0, MOST_EFFECTS) }),
      ...(answers.effectIsOld && { effectIsOld: true }),
      ...(effect && effect.length > MOST_EFFECTS && { moreEffects: effect.length - MOST_EFFECTS }),
    };
  }
};

function failed(
  detail: Text,
  title: 'panel.review-needs' | 'panel.review-failed' = 'panel.review-needs',
): MessageModel {
  const untrusted = typeof detail === 'object' && 'code' in detail && detail.code === 'git-untrusted';
  return {
    kind: 'message',
    busy: false,
    title: { code: title, args: [] },
    detail,
    actions: untrusted ? [MANAGE_TRUST] : [REFRESH, SHOW_LOG],
  };
}
