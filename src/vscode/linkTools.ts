/** Commands about commits, and for the sample project, loaded when one of them runs for the first time. */
import { languageSentences } from '../words/language';
import { learn } from '../words/say';

export { addTaskTrailer } from './linking/addTaskTrailer';
export { commitPlan } from './linking/commitPlan';
export { fetchRemote as fetch } from './linking/fetchRemote';
export { linkCommit, linkCommits, noTask } from './linking/linkCommit';
export { openCommit } from './linking/openCommit';
export { openSample } from './linking/openSample';
export { renumber } from './linking/renumber';
export { reviewBranch } from './linking/reviewBranch';
export { unlinkCommit } from './linking/unlinkCommit';
export { walkCommits } from './linking/walkCommits';

learn(languageSentences);
