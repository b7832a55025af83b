import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelModel } from '../../../src/present/panel/panelModel';
import { panelNeeds } from '../../../src/present/panel/panelNeeds';
import { currentWorkRows, type WorkAnswer } from '../../../src/present/rows/currentWorkRows';
import { DEFAULT_OPTIONS } from '../../../src/shared/milestoneOptions';
import { milestoneRows } from '../../../src/present/rows/milestoneRows';
import { statusBarModel } from '../../../src/present/statusBar';
import { viewState } from '../../../src/present/viewState';
import type { Store } from '../../../src/app/store';
import { say } from '../../../src/words/say';
import type { View } from '../../../src/shared/protocol';
import { rowLines } from '../rowText';

const DEPTH = 6;
const root = join(import.meta.dirname, '../../..');

/** Everything a user sees of a store's plans, one line each, with the place before it: `Milestones: …`. */
export async function seen(store: Store): Promise<readonly string[]> {
  const { snapshot } = store;
  const answers = new Map<string, WorkAnswer>();
  for (const { plan } of snapshot.plans) {
    const review = await store.review(plan.uid, {});
    const waiting = await store.notCommitted(plan.uid);
    answers.set(plan.uid, {
      ...(review.ok && { review: review.value }),
      ...(waiting.ok && { waiting: waiting.value }),
    });
  }
  const milestones = rowLines(milestoneRows(snapshot, { ...DEFAULT_OPTIONS, showDone: true }), DEPTH);
  const work = rowLines(currentWorkRows(snapshot, answers), DEPTH);
  const bar = statusBarModel(snapshot);
  return [
    ...placed('Milestones', milestones.length > 0 ? milestones : welcome('milestones', store)),
    ...placed('Current work', work.length > 0 ? work : welcome('currentWork', store)),
    ...placed('Panel', (await Promise.all(snapshot.plans.map(({ plan }) => panel(store, plan.uid)))).flat()),
    ...placed('Status bar', bar ? [say(bar.text)] : []),
  ];
}

function placed(place: string, lines: readonly string[]): readonly string[] {
  return lines.map(line => `${place}: ${line.trim()}`);
}

/** Notices, banner and what the review says, of the progress panel. */
async function panel(store: Store, plan: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const tab of ['overview', 'review'] as const) {
    const view: View = { revision: 1, tab, source: 'default', shown: {} };
    const needs = panelNeeds(store.snapshot, plan, view);
    const model = await panelModel({
      snapshot: store.snapshot,
      plan,
      view,
      answers: {
        ...(needs.shown && { shown: await store.planAt(plan, needs.shown) }),
        ...(needs.before && { before: await store.planAt(plan, needs.before) }),
        ...(needs.review && { review: await store.review(plan, needs.review) }),
      },
    });
    if (model.kind === 'plan') {
      const { content, notices, banner } = model;
      lines.push(...notices.flatMap(({ text, places }) => [text, ...places.map(one => one.text)]).map(say));
      lines.push(...(banner ? [say(banner.text)] : []));
      if ('state' in content && content.state.kind === 'message') {
        lines.push(say([content.state.title, content.state.detail]));
      }
    } else {
      lines.push(say([model.title, model.detail]));
    }
  }
  return [...new Set(lines)];
}

/** What VS Code writes into an empty view, without the commands offered below. */
function welcome(view: string, store: Store): readonly string[] {
  const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const all: { view: string; when: string; contents: string }[] =
    json('package.json').contributes.viewsWelcome;
  const state = viewState(store.snapshot);
  const context: Readonly<Record<string, string | number | boolean>> = {
    workspaceFolderCount: store.snapshot.roots.length,
    'milepost.state': state.plans,
    'milepost.git': state.git,
    'milepost.offer': state.offer,
    'milepost.filtered': false,
  };
  return all
    .filter(
      one => one.view === `milepost.${view}` && one.when.split(' && ').every(part => holds(part, context)),
    )
    .map(({ contents }) => json('package.nls.json')[contents.slice(1, -1)].split('\n')[0]);
}

/** One term of a `when` clause: `key`, `!key`, `key == word`, `key != word` or `key =~ /expression/`. */
function holds(term: string, context: Readonly<Record<string, string | number | boolean>>): boolean {
  const [, not, key = '', operator, value = ''] = /^(!?)([\w.]+)(?: (==|!=|=~) (.+))?$/.exec(term) ?? [];
  if (!(key in context)) throw new Error(`cannot tell whether ${term}`);
  const is = String(context[key]);
  switch (operator) {
    case '==':
      return is === value;
    case '!=':
      return is !== value;
    case '=~':
      return new RegExp(value.slice(1, -1)).test(is);
    default:
      return (context[key] === true) !== (not === '!');
  }
}
