import type {
  CriteriaModel,
  EffectModel,
  ReviewFound,
  ReviewModel,
  ReviewTaskModel,
  SameFilesModel,
} from '../../../src/shared/panelModel';
import { say } from '../../../src/words/say';
import type { Text } from '../../../src/words/text';
import { Commit } from './commit';
import { Icon } from '../parts/icon';
import { FromTo, ItemChange } from '../parts/itemChange';
import { ItemLink, TaskActions, TaskLink } from '../parts/item';
import { Message } from '../parts/message';
import { Range } from './range';
import { List, Section } from '../parts/section';
import { label, post } from '../host';
import type { PanelStore } from '../state';

/** What a range of commits means for the plan. */
export function Review({ model, store }: { readonly model: ReviewModel; readonly store: PanelStore }) {
  const { state, base, head } = model;
  return (
    <>
      {/* Without git there is nothing to choose from. */}
      {(base.name || head.name) && <Range model={model} store={store} />}
      {state.kind === 'message' ? (
        <Message {...state} onHead={head => store.select({ head })} />
      ) : (
        <>
          <p class="summary">
            <span>{say(state.summary)}</span>
            <button type="button" class="button secondary" onClick={() => post({ type: 'copyReview' })}>
              {label('panel.copy-review')}
            </button>
          </p>
          <Found found={state} store={store} />
        </>
      )}
    </>
  );
}

function Found({ found, store }: { readonly found: ReviewFound; readonly store: PanelStore }) {
  return (
    <div class="columns">
      <div class="column">
        {found.without.total > 0 && (
          <Section
            title={label('ui.commits-without-task')}
            count={found.without.total}
            aside={
              found.without.total > 1 && (
                <button type="button" class="button secondary" onClick={() => post({ type: 'walkCommits' })}>
                  {label('panel.walk-commits')}
                </button>
              )
            }
          >
            <List
              page={found.without}
              store={store}
              empty=""
              className="commits"
              row={commit => <Commit key={commit.hash} commit={commit} linkable />}
            />
          </Section>
        )}
        {found.takenIds.length > 0 && (
          <Section title={label('panel.taken-ids')} count={found.takenIds.length}>
            <ul class="rows">
              {found.takenIds.map(({ text, remedy, file, line }) => (
                <li key={`${file}:${line}`} class="row">
                  <button
                    type="button"
                    class="criterion"
                    onClick={() => post({ type: 'openPlace', file, line })}
                  >
                    {say(text)}
                  </button>
                  {remedy && (
                    <button
                      type="button"
                      class="link"
                      onClick={() => post({ type: 'renumber', uid: remedy.uid })}
                    >
                      {say(remedy.text)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={label('panel.tasks')} count={found.tasks.total}>
          <List page={found.tasks} store={store} empty={label('panel.no-tasks')} row={taskRow} />
        </Section>
        <Section title={label('panel.commits-heading')} count={found.commits.total}>
          <List
            page={found.commits}
            store={store}
            empty={label('panel.no-commits')}
            className="commits"
            row={commit => <Commit key={commit.hash} commit={commit} />}
          />
        </Section>
      </div>
      <div class="column">
        <Section
          title={label('panel.changes')}
          count={found.changes.total}
          hint={label('panel.changes-hint')}
        >
          <List
            page={found.changes}
            store={store}
            empty={label('panel.no-changes')}
            row={change => <ItemChange key={change.kind + change.id} change={change} />}
          />
        </Section>
        <Section
          title={label('panel.effect')}
          hint={label(found.effectIsOld ? 'panel.computing' : 'panel.effect-hint')}
        >
          {found.effect ? (
            <Effect rows={found.effect} more={found.moreEffects ?? 0} />
          ) : (
            <p class="empty">{found.effectProblem ? say(found.effectProblem) : label('panel.computing')}</p>
          )}
        </Section>
        <Section title={label('panel.criteria')}>
          <List
            page={found.criteria}
            store={store}
            empty={label('panel.no-criteria')}
            row={task => <Criteria key={task.id} task={task} isHere={found.isHere} />}
          />
        </Section>
        <Section title={label('panel.same-files')} count={found.sameFiles.total}>
          <List
            page={found.sameFiles}
            store={store}
            empty={label('panel.no-same-files')}
            row={sameFilesRow}
          />
        </Section>
      </div>
    </div>
  );
}

function Effect({ rows, more }: { readonly rows: readonly EffectModel[]; readonly more: number }) {
  return rows.length === 0 ? (
    <p class="empty">{label('panel.no-effect')}</p>
  ) : (
    <ul class="rows">
      {byName(rows).map(([name, own]) => (
        <li key={name} class="row with-detail">
          <span class="title">{name}</span>
          <ul class="fields">
            {own.map(({ what, from, to, why }, at) => (
              <li key={say(what)}>
                <span class="field">{say(what)}</span>
                <FromTo from={from} to={to} />
                {why && !isSaidBelow(why, own[at + 1]) && <span class="detail">{say(why)}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
      {more > 0 && <li class="hint">{label('ui.and-more', more)}</li>}
    </ul>
  );
}

/** Dates of one milestone that move for one reason say it once, under the last of them. */
function isSaidBelow(why: Text, next: EffectModel | undefined): boolean {
  return next?.why !== undefined && say(next.why) === say(why);
}

function byName(rows: readonly EffectModel[]): readonly (readonly [string, readonly EffectModel[]])[] {
  const names = [...new Set(rows.map(({ name }) => say(name)))];
  return names.map(name => [name, rows.filter(row => say(row.name) === name)]);
}

function taskRow(task: ReviewTaskModel) {
  return (
    <li key={task.id} class="row with-detail">
      <TaskLink task={task} />
      <TaskActions task={task} />
      <span class="detail">
        {say([task.status, task.observed, task.commits, ...(task.criteria ? [task.criteria] : [])])}
      </span>
    </li>
  );
}

/** The open criteria of a task; what is checked out can be ticked. */
function Criteria({
  task: { items, more, ...task },
  isHere,
}: {
  readonly task: CriteriaModel;
  readonly isHere: boolean;
}) {
  const { uid } = task;
  return (
    <li class="row with-detail">
      <ItemLink item={task} />
      <ul class="criteria">
        {items.map(({ text, file, line }) => (
          <li key={`${file}:${line}`} class="criterion-row">
            {isHere && uid !== '' ? (
              <input
                type="checkbox"
                aria-label={label('panel.tick', text)}
                checked={false}
                onChange={() => post({ type: 'tick', uid, line, text })}
              />
            ) : (
              <Icon icon="circle-large-outline" />
            )}
            <button type="button" class="criterion" onClick={() => post({ type: 'openPlace', file, line })}>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <span class="detail">{label('ui.and-more', more)}</span>}
    </li>
  );
}

function sameFilesRow({ files, more, assignees, ...task }: SameFilesModel) {
  return (
    <li key={task.id} class="row with-detail">
      <TaskLink task={task} />
      <span class="aside">{assignees}</span>
      <ul class="files">
        {files.map(file => (
          <li key={file}>{file}</li>
        ))}
        {more > 0 && <li>{label('ui.and-more', more)}</li>}
      </ul>
    </li>
  );
}
