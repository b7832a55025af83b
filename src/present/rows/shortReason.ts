import { daysBetween, type IsoDate } from '../../core/base/dates';
import type { Finding } from '../../core/insight/findings/finding';
import type { ShortReason } from '../../words/shortReasons';
import type { Text } from '../../words/text';

/** What a finding says first, in few words: how much is wrong, without the days it was counted from. */
export function shortReason({ reasons, subject }: Finding, today: IsoDate): Text {
  const [reason] = reasons;
  const short = reason && shortened(reason, today);
  return short ? { code: 'ui.short-reason', args: short } : (reason ?? subject.id);
}

/** Undefined for what is short as it is. */
function shortened(reason: Finding['reasons'][number], today: IsoDate): ShortReason | undefined {
  switch (reason.code) {
    case 'open-but-started':
    case 'work-after-done':
    case 'link-lost':
    case 'link-off-branch':
    case 'link-moved':
    case 'active-but-quiet':
      return [reason.code, reason.args[0]];
    case 'looks-finished':
    case 'closed-not-done':
    case 'done-without-evidence':
    case 'no-estimate':
    case 'scope-growing':
    case 'risk-unmanaged':
      return [reason.code];
    case 'done-but-unmerged':
      return [reason.code, reason.args[1]];
    case 'overdue':
    case 'review-passed':
      return [reason.code, daysBetween(reason.args[0], today)];
    case 'due-soon':
      return [reason.code, reason.args[0], today];
    case 'blocked':
    case 'blocked-by-late':
      return [reason.code, reason.args[0]];
    case 'p85-past-due': {
      const [p85, due] = reason.args;
      return [reason.code, p85 === '' ? 0 : daysBetween(due, p85)];
    }
    case 'negative-due-float':
      return [reason.code, daysBetween(reason.args[2], reason.args[1])];
    case 'over-allocated':
      return [reason.code, reason.args[0], reason.args[1], reason.args[2]];
    case 'one-person':
      return [reason.code, ...reason.args];
    case 'health-disagrees':
      return [reason.code, ...reason.args];
    case 'health-stale':
      return [reason.code, reason.args[1], today];
    default:
      return undefined;
  }
}
