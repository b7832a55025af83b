/** Commands about commits, loaded when one of them runs for the first time. */
export { addTaskTrailer } from './linking/addTaskTrailer';
export { commitPlan } from './linking/commitPlan';
export { fetchRemote as fetch } from './linking/fetchRemote';
export { linkCommit, linkCommits, noTask } from './linking/linkCommit';
export { openCommit } from './linking/openCommit';
export { renumber } from './linking/renumber';
export { reviewBranch } from './linking/reviewBranch';
export { unlinkCommit } from './linking/unlinkCommit';
export { walkCommits } from './linking/walkCommits';
