/** What committing plan files needs, loaded when somebody does so for the first time. */
export { comparePage } from '../present/comparePage';
export { planCommitPlaces, planFilePicks } from '../present/picks/planCommitPicks';
export { commitPlan, planFiles, uncommittedPlans } from '../verbs/commitPlan';
