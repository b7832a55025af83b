/** Commands that change fields of items, loaded when one of them runs for the first time. */
import { setField } from './editing/setField';

export { block, unblock } from './editing/block';
export { declareHealth, markReviewed } from './editing/judge';
export { closeMilestone, drop } from './editing/over';

export const setStatus = setField('setStatus');
export const setAssignee = setField('setAssignee');
export const setOwner = setField('setOwner');
export const setPriority = setField('setPriority');
export const setLabels = setField('setLabels');
export const setEstimate = setField('setEstimate');
export const setRemaining = setField('setRemaining');
export const setStart = setField('setStart');
export const setDue = setField('setDue');
export const setMilestone = setField('setMilestone');
export const setDependencies = setField('setDependencies');
export const setProbability = setField('setProbability');
export const setImpact = setField('setImpact');
export const setResponse = setField('setResponse');
export const setTitle = setField('setTitle');
