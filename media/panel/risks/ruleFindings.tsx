import type { RisksModel, RuleFindingModel } from '../../../src/shared/risksModel';
import { say } from '../../../src/words/say';
import { label, post } from '../host';
import type { PanelStore } from '../state';
import { Icon, IconButton } from '../parts/icon';
import { ItemLink, Remedies } from '../parts/item';
import { More, Section } from '../parts/section';
import { SeverityIcon } from '../parts/status';

/** What the rules found, by severity and rule, with the line of a file that dismisses it. */
export function RuleFindings({
  model: { findings, dismiss },
  store,
}: {
  readonly model: Pick<RisksModel, 'findings' | 'dismiss'>;
  readonly store: PanelStore;
}) {
  return (
    <Section title={label('panel.findings')} count={findings.total}>
      {findings.total === 0 && <p class="empty">{label('panel.no-findings')}</p>}
      <div class="rules">
        {groupsOf(findings.rows).map(group => (
          <Group key={group[0].severity + group[0].rule} group={group} store={store} />
        ))}
      </div>
      <More page={findings} store={store} />
      {dismiss && <p class="empty">{say(dismiss)}</p>}
    </Section>
  );
}

type GroupOfFindings = readonly [RuleFindingModel, ...RuleFindingModel[]];

/** Neighbours with the same rule and severity. */
function groupsOf(findings: readonly RuleFindingModel[]): GroupOfFindings[] {
  const groups: [RuleFindingModel, ...RuleFindingModel[]][] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    if (last && last[0].rule === finding.rule && last[0].severity === finding.severity) {
      last.push(finding);
    } else {
      groups.push([finding]);
    }
  }
  return groups;
}

/** Of many findings of one rule, only the sentence that counts them until they are asked for. */
function Group({ group, store }: { readonly group: GroupOfFindings; readonly store: PanelStore }) {
  const [{ severity, rule, ruleName, many }] = group;
  const id = `rule-${severity}-${rule}`;
  const open = many === undefined || store.isOpen(id);
  const name = say(many ?? ruleName);
  return (
    <div class="rule" role="group" aria-label={name}>
      <div class="rule-name">
        <SeverityIcon severity={severity} />
        <h3>{name}</h3>
        <code>{rule}</code>
        {many !== undefined && (
          <button
            type="button"
            class="icon-button"
            aria-expanded={open}
            aria-label={name}
            onClick={() => store.toggle(id)}
          >
            <Icon icon={open ? 'chevron-down' : 'chevron-right'} />
          </button>
        )}
      </div>
      {open && <Findings group={group} />}
    </div>
  );
}

function Findings({ group }: { readonly group: GroupOfFindings }) {
  return (
    <ul class="rows">
      {group.map(finding => (
        <li key={finding.kind + finding.uid} class="finding">
          <ItemLink item={finding} />
          <span class="detail">{finding.reasons.map(say).join(' · ')}</span>
          <Remedies finding={finding} />
          <Actions finding={finding} />
        </li>
      ))}
    </ul>
  );
}

/** Dismissing a finding, and the line for who would rather write it by hand. */
function Actions({
  finding: { kind, uid, id, title, rule, dismissal },
}: {
  readonly finding: RuleFindingModel;
}) {
  return uid === '' ? null : (
    <span class="row-actions">
      <IconButton
        icon="bell-slash"
        name={label('risks.dismiss-finding', title || id)}
        onClick={() => post({ type: 'dismissFinding', kind, uid, finding: rule })}
      />
      {dismissal && (
        <IconButton
          icon="copy"
          name={label('risks.copy-dismissal', dismissal.line, dismissal.file)}
          onClick={() => post({ type: 'copyText', text: dismissal.line })}
        />
      )}
    </span>
  );
}
