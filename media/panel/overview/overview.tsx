import type {
  BlockedModel,
  DecisionModel,
  DueModel,
  LandedModel,
  OverviewModel,
  PathTaskModel,
} from '../../../src/shared/panelModel';
import type { FindingModel } from '../../../src/shared/parts';
import { say } from '../../../src/words/say';
import type { Text } from '../../../src/words/text';
import { ItemChange } from '../parts/itemChange';
import { ItemLink, Remedies, TaskActions, TaskLink } from '../parts/item';
import { Notices } from '../frame/notices';
import { Milestone } from './milestone';
import { Fold, List, Section } from '../parts/section';
import { Day, Health, SeverityIcon } from '../parts/status';
import { dayBack, daysBack, Since } from '../parts/since';
import { label, post } from '../host';
import type { PanelStore } from '../state';

/** The state of the plan at a glance. */
export function Overview({ model, store }: { readonly model: OverviewModel; readonly store: PanelStore }) {
  return (
    <>
      <Notices notices={model.problems} store={store} closable />
      <Overall model={model} />
      {model.computing && <p class="empty">{label('panel.computing')}</p>}
      <div class="columns">
        <div class="column">
          <Section title={label('panel.decisions')}>
            {model.decisions.length > 0 ? (
              <ul class="rows decisions">
                {model.decisions.map(decisionRow)}
                {model.moreDecisions > 0 && (
                  <li class="hint">{label('panel.more-decisions', model.moreDecisions)}</li>
                )}
              </ul>
            ) : (
              !model.computing && <p class="empty">{label('panel.no-decisions')}</p>
            )}
          </Section>
        </div>
        <div class="column">
          <Recent model={model} store={store} />
        </div>
        <div class="column whole">
          <Milestones model={model} store={store} />
        </div>
      </div>
      <div class="columns">
        <div class="column beside">
          <Section title={label('panel.due')} count={model.due.total} hint={say(model.dueSpan)}>
            <List page={model.due} store={store} empty={label('panel.no-due')} row={dueRow} />
          </Section>
          <Section title={label('panel.blocked')} count={model.blocked.total}>
            <List page={model.blocked} store={store} empty={label('panel.no-blocked')} row={blockedRow} />
          </Section>
        </div>
        <div class="column">
          <Path model={model} store={store} />
          <Section title={label('panel.findings')} count={model.findings.total}>
            <List page={model.findings} store={store} empty={label('panel.no-findings')} row={findingRow} />
          </Section>
          <Landed model={model} store={store} />
        </div>
      </div>
    </>
  );
}

/** How the plan stands in one sentence, and how to tell others. */
function Overall({ model: { overall } }: { readonly model: OverviewModel }) {
  return (
    <div class="overall">
      {overall && (
        <p>
          <Health health={overall.health} />
          <span>{say(overall.text)}</span>
        </p>
      )}
      <div class="status-actions" role="group" aria-label={label('panel.copy-status')}>
        {(['executives', 'engineers'] as const).map(audience => (
          <button
            key={audience}
            type="button"
            class="button secondary"
            onClick={() => post({ type: 'copyStatus', audience })}
          >
            {label(`panel.copy-${audience}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What has to go right for the nearest milestone, in words and task by task. */
function Path({ model: { path }, store }: { readonly model: OverviewModel; readonly store: PanelStore }) {
  return path ? (
    <Section title={label('panel.path')}>
      {path.text.map((line, index) => (
        <p key={say(line)} class={path.late && index === 1 ? 'path-text late' : 'path-text'}>
          {say(line)}
        </p>
      ))}
      <List page={path.tasks} store={store} empty="" className="path" row={pathRow} />
    </Section>
  ) : null;
}

function pathRow(task: PathTaskModel) {
  return (
    <li key={task.uid} class="row with-detail">
      <TaskLink task={task} />
      <span class="detail">{say(task.detail)}</span>
    </li>
  );
}

function Milestones({ model, store }: { readonly model: OverviewModel; readonly store: PanelStore }) {
  const { milestones, closed, loose } = model;
  return (
    <Section title={label('panel.milestones')} count={milestones.total}>
      {(milestones.total > 0 || closed.total === 0) && (
        <List
          page={milestones}
          store={store}
          empty={label('panel.no-milestones')}
          className="milestones"
          row={milestone => <Milestone key={milestone.uid} milestone={milestone} store={store} />}
        />
      )}
      {loose && <p class="empty">{say(loose)}</p>}
      {closed.total > 0 && (
        <Fold
          id="closed-milestones"
          title={label('panel.closed-milestones')}
          count={closed.total}
          store={store}
        >
          {() => (
            <List
              page={closed}
              store={store}
              empty=""
              className="milestones"
              row={milestone => <Milestone key={milestone.uid} milestone={milestone} store={store} />}
            />
          )}
        </Fold>
      )}
    </Section>
  );
}

function Recent({ model: { recent }, store }: { readonly model: OverviewModel; readonly store: PanelStore }) {
  if (recent.kind === 'unknown') {
    return (
      <Section title={label('panel.recent')} aside={<Since store={store} name={label('panel.since')} />}>
        <p class="empty">{say(recent.text)}</p>
      </Section>
    );
  }
  return (
    <Section
      title={label('panel.recent')}
      count={recent.changes.total}
      aside={<Since store={store} name={label('panel.since')} />}
    >
      <List
        page={recent.changes}
        store={store}
        empty={label('panel.no-recent')}
        row={change => <ItemChange key={change.kind + change.id} change={change} />}
      />
    </Section>
  );
}

function Landed({ model: { recent }, store }: { readonly model: OverviewModel; readonly store: PanelStore }) {
  return recent.kind === 'unknown' ? null : (
    <Section title={label('panel.landed')} hint={label('panel.landed-hint', dayBack(store, daysBack(store)))}>
      <List page={recent.landed} store={store} empty={label('panel.no-landed')} row={landedRow} />
    </Section>
  );
}

function landedRow(task: LandedModel) {
  return (
    <li key={task.id} class="row">
      <TaskLink task={task} />
      <span class="aside">{say(task.commits)}</span>
    </li>
  );
}

function dueRow(task: DueModel) {
  return (
    <li key={task.uid} class="row with-detail">
      <TaskLink task={task} />
      <TaskActions task={task} />
      <span class="detail">
        <Day day={task.due} />
        {task.assignees && <span>{task.assignees}</span>}
      </span>
    </li>
  );
}

function blockedRow(task: BlockedModel) {
  return (
    <li key={task.uid} class="row with-detail">
      <TaskLink task={task} />
      <TaskActions task={task} />
      <span class="detail">
        <span>{say(task.reason)}</span>
        {task.since && (
          <span>
            {label('panel.blocked-since')} <Day day={task.since} />
          </span>
        )}
        {task.until && (
          <span>
            {label('panel.until')} <Day day={task.until} />
          </span>
        )}
      </span>
    </li>
  );
}

/** What is wrong, whose it is, and what can be decided; all reasons stand among the findings. */
function decisionRow({ decide, by, choices, ...item }: DecisionModel) {
  const [reason = ''] = item.reasons;
  const text = say(decide);
  return (
    <li key={text} class="row with-detail">
      <span class="task">
        <SeverityIcon severity={item.severity} />
        <ItemLink item={{ ...item, title: upperFirst(text) }} plain />
      </span>
      <span class="aside">{by}</span>
      {!(choices.length > 1 && isDates(reason)) && <span class="detail">{say(reason)}</span>}
      {choices.length > 1 && (
        <ul class="choices" aria-label={label('panel.choices')}>
          {choices.map(choice => (
            <li key={say(choice)}>{upperFirst(say(choice))}</li>
          ))}
        </ul>
      )}
      <Remedies finding={item} />
    </li>
  );
}

/** Whether a reason says no more than the choices do: the due date, and the one to move to. */
function isDates(reason: Text): boolean {
  return typeof reason === 'object' && 'code' in reason && reason.code === 'p85-past-due';
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function findingRow(finding: FindingModel) {
  const reasons = finding.reasons.map(say);
  return (
    <li key={finding.uid + reasons.join()} class="row with-detail">
      <span class="task">
        <SeverityIcon severity={finding.severity} />
        <ItemLink item={finding} />
      </span>
      {reasons.map(reason => (
        <span key={reason} class="detail">
          {reason}
        </span>
      ))}
      <Remedies finding={finding} />
    </li>
  );
}
