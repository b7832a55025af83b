const PULL_REQUEST = /^Merge pull request #\d+ from [^/\s]+\/(\S+)/;
const BITBUCKET = /^Merged in (\S+) \(/;
const REMOTE = /^Merge remote-tracking branch(?:es)? (.*)$/;
const LOCAL = /^Merge branch(?:es)? (.*)$/;
const QUOTED = /'([^']+)'/g;

/** Names of the branches that the subject of a merge says it brought in, without their remote. */
export function mergedBranches(subject: string): string[] {
  const single = PULL_REQUEST.exec(subject)?.[1] ?? BITBUCKET.exec(subject)?.[1];
  if (single !== undefined) {
    return [single];
  }
  const remote = REMOTE.exec(subject)?.[1];
  if (remote !== undefined) {
    return quoted(remote).map(name => name.slice(name.indexOf('/') + 1));
  }
  return quoted(LOCAL.exec(subject)?.[1] ?? '');
}

/** Quoted names up to ` into `, which names where they went. */
function quoted(text: string): string[] {
  const into = text.indexOf("' into ");
  const names = into === -1 ? text : text.slice(0, into + 1);
  return [...names.matchAll(QUOTED)].map(match => match[1] ?? '');
}
