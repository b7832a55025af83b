/** What filtering needs beyond the rows, loaded when somebody filters for the first time. */
export { ownPerson } from '../app/repositories/ownPerson';
export { filterOf, filterPicks } from '../present/picks/filterPicks';
export { personPicks } from '../present/picks/personPicks';
