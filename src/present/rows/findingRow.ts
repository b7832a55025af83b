import type { Finding } from '../../core/insight/findings/finding';
import type { Item } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { findingRemedies } from '../../core/insight/findings/remedies';
import { severityIcon } from '../itemIcons';
import { noRows, type Row } from '../row';
import type { Scope } from './scope';
import { shortReason } from './shortReason';

/** Something found about an item: why, and in the description the item. */
export function findingRow(scope: Scope, parentId: string, finding: Finding): Row {
  const { plan } = scope.facts;
  const { kind, uid, id } = finding.subject;
  const item = itemOf(scope, finding);
  const name = item ? `${item.id} ${item.title}`.trim() : id;
  return {
    id: `${parentId}/${finding.id}:${kind}:${uid}`,
    label: shortReason(finding, scope.today),
    description: item ? itemText(item) : id,
    icon: severityIcon(finding.severity),
    context: ['finding', finding.id, ...findingRemedies(finding)].join(':'),
    expand: 'none',
    accessibility: [...finding.reasons, name],
    ...(item
      ? {
          target: { kind: 'file', root: plan.root, file: item.file, line: item.line },
          subject: { kind, plan: plan.uid, uid, finding: finding.id },
        }
      : {}),
    tooltip: () => [
      { kind: 'heading', text: name },
      { kind: 'list', items: finding.reasons },
    ],
    children: noRows,
  };
}

/** Milestones are told by their titles; their ids are names of files. */
function itemText({ kind, id, title }: Item): readonly Text[] {
  return kind === 'milestone' ? [title] : [title, id];
}

function itemOf({ facts: { plan }, index }: Scope, { subject }: Finding): Item | undefined {
  switch (subject.kind) {
    case 'task':
      return index.byUid.get(subject.uid);
    case 'milestone':
      return plan.milestones.find(({ uid }) => uid === subject.uid);
    case 'risk':
      return plan.risks.find(({ uid }) => uid === subject.uid);
  }
}
