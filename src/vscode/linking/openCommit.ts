import type { LaterCommand } from './kit';
import { pickCommits } from './pickCommits';

/** Shows what commits changed. */
export const openCommit: LaterCommand = async (kit, args) => {
  const given = kit.subjectsOfKind(args, 'commit');
  const commits = given.length > 0 ? given : await pickCommits(kit, { many: false });
  for (const { repo, hash } of commits) {
    await kit.showCommit(repo, hash);
  }
};
