import { subjectOf } from '../../core/evidence/graph/history';
import type { Evidence, Link } from '../../core/evidence/link';
import { dayOf } from '../../core/base/dates';
import type { Text } from '../../words/text';
import type { Scope } from '../rows/scope';
import type { TooltipPart } from '../row';

/** Which commit it is, and why it belongs to the task it stands under, or to which tasks it belongs. */
export function commitTooltip(scope: Scope, hash: string, link: Link | undefined): readonly TooltipPart[] {
  const commit = scope.history?.commits.get(hash);
  const zone = scope.facts.plan.settings.timezone;
  const links = link ? [link] : (scope.facts.evidence?.byCommit.get(hash) ?? []);
  return [
    { kind: 'heading', text: commit ? subjectOf(commit) : hash },
    ...(commit
      ? [
          {
            kind: 'text' as const,
            text: [
              hash.slice(0, 12),
              commit.author,
              { code: 'ui.day', args: [dayOf(commit.authorTime, zone), scope.today] },
            ] as Text,
          },
        ]
      : []),
    { kind: 'list', items: links.flatMap(each => reasonsOf(each, link === undefined)) },
    ...(links.length === 0
      ? [{ kind: 'text' as const, text: { code: 'ui.no-task', args: [] } as Text }]
      : []),
  ];
}

function reasonsOf(link: Link, named: boolean): readonly Text[] {
  const reason: Text = link.reason;
  return [
    named ? [link.task, reason] : reason,
    ...(link.others.length > 0
      ? [[{ code: 'ui.also-by', args: [] }, ...link.others.map(evidenceName)] as Text]
      : []),
    ...(link.strength === 'plans' ? [{ code: 'ui.plans-only-why' as const, args: [] as [] }] : []),
    ...(link.strength === 'mentions' ? [{ code: 'ui.only-mentions' as const, args: [] as [] }] : []),
  ];
}

/** The kind of evidence in a word or two, e.g. `branch name`. */
function evidenceName(evidence: Evidence): Text {
  return { code: `panel.evidence-${evidence}`, args: [] };
}
