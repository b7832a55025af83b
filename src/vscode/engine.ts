/**
 * Entry of the bundle that is loaded at first use: everything the editor layer runs from the application
 * and the presentation. Other files of this layer import types only and ask `loadEngine`.
 */
export { createStore } from '../app/createStore';
export { nodeFiles } from '../app/files/nodeFiles';
export { InsightWorker } from '../app/following/worker/insightWorker';
export { openReader } from '../app/repositories/openReader';
export { openWriter } from '../app/repositories/openWriter';
export { fileNames } from '../app/writing/editor/made';
export { undoEdit } from '../app/writing/editor/takeBack';
export { writeInEditor } from '../app/writing/editor/writeInEditor';
export { missingLinks, movedLinks } from '../verbs/brokenLinks';
export { dismiss, dismissible } from '../verbs/dismiss';
export { commitNamed, findCommit } from '../verbs/findCommit';
export { findItem } from '../verbs/findItem';
export { findPlan, rootWithFile } from '../verbs/findPlan';
export { insightBeside, insightThen } from '../verbs/insight';
export { merged } from '../verbs/merged';
export { reference } from '../verbs/reference';
export { relink, removeLostLinks } from '../verbs/relink';
export { set } from '../verbs/set';
export { status } from '../verbs/status';
export { renderShown, reportVerb, reviewVerb } from '../verbs/table';
export { overdueCount } from '../present/badge';
export { panelModel } from '../present/panel/panelModel';
export { firstTab, panelNeeds } from '../present/panel/panelNeeds';
export { branchNames, openBranchPicks } from '../present/picks/branchPicks';
export { findingPicks } from '../present/picks/findingPicks';
export { missingLinkPicks, movedLinkPicks } from '../present/picks/linkPicks';
export { planPicks } from '../present/picks/planPicks';
export { taskPicks } from '../present/picks/taskPicks';
export { remedyOf } from '../present/refusals/remedies';
export { problemsByFile } from '../present/problemsByFile';
export { currentWorkRows } from '../present/rows/currentWorkRows';
export { optionsText } from '../present/rows/milestoneOptions';
export { milestoneRows } from '../present/rows/milestoneRows';
export { workPlans } from '../present/rows/workPlans';
export { riskRows } from '../present/rows/riskRows';
export { statusBarModel } from '../present/statusBar';
export { viewState } from '../present/viewState';
export { configureDays, tellDaysFrom } from '../words/days';
export { configureLanguage, say } from '../words/say';
export { languageAtFirstUse } from './language/firstUse';

/** Commands about commits, and for the sample project, loaded when one of them runs for the first time. */
export const linkTools = () => import('./linkTools');

/** Commands that change fields of items, loaded when one of them runs for the first time. */
export const editTools = () => import('./editTools');

/** What filtering needs beyond the rows, loaded at its first use. */
export const filterTools = () => import('./filterTools');
