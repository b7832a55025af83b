import type { IsoDate } from '../../core/base/dates';
import type { Finding } from '../../core/insight/findings/finding';
import type { Text } from '../../words/text';

/** What a finding says first, in few words. */
export function shortReason({ reasons: [reason], subject }: Finding, today: IsoDate): Text {
  return reason ? { code: 'ui.short-reason', args: [today, reason.code, ...reason.args] } : subject.id;
}
