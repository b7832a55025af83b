/** The one door through which editor and command line reach git. */
export { openGit as openReader } from '../../git/gitReader';
