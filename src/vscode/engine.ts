/**
 * Entry of the bundle that is loaded at first use: everything the editor layer runs from the application
 * and the presentation. Other files of this layer import types only and ask `loadEngine`.
 */
export { createStore } from '../app/createStore';
export { homeOf } from '../app/writing/newItem';
export { nodeFiles } from '../app/files/nodeFiles';
export { InsightWorker } from '../app/following/worker/insightWorker';
export { openReader } from '../app/repositories/openReader';
export { isInWorkspace } from '../app/writing/inWorkspace';
export { lockPlan } from '../app/writing/planLock';
export { dismiss } from '../verbs/dismiss';
export { findItem } from '../verbs/findItem';
export { link, unlink } from '../verbs/link';
export { merged } from '../verbs/merged';
export { newItem } from '../verbs/newItem';
export { relink, removeLostLink } from '../verbs/relink';
export { set } from '../verbs/set';
export { status } from '../verbs/status';
export { renderShown } from '../verbs/table';
export { branchTasks } from '../present/branchTasks';
export { parseEstimate } from '../core/plan/estimate';
export { dismissalPlace } from '../core/formats/dismissalPlace';
export { linkRepairs } from '../core/linkRepairs';
export { findingsOf } from '../present/findings';
export { overdueCount } from '../present/badge';
export { panelModel } from '../present/panel/panelModel';
export { firstTab, panelNeeds } from '../present/panel/panelNeeds';
export { statusReport } from '../present/report/statusReport';
export { planFiles } from '../present/planTemplate';
export { currentWorkRows } from '../present/rows/currentWorkRows';
export { isFiltered } from '../present/rows/milestoneOptions';
export { milestoneRows } from '../present/rows/milestoneRows';
export { planPlace } from '../present/rows/planPlace';
export { riskRows } from '../present/rows/riskRows';
export { statusBarModel } from '../present/statusBar';
export { viewState } from '../present/viewState';
export { configureDays, tellDaysFrom } from '../words/days';
export { configureLanguage, say } from '../words/say';
