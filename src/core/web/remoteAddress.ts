/** The parts of a remote's URL that say where its pages are; user and password are no part of it. */
export interface RemoteAddress {
  /** In lower case, without a port. */
  readonly host: string;
  /** With the port of an https remote, which is where its pages are, too. */
  readonly webHost: string;
  /** The steps of the path, encoded as in a URL, without `.git` at the end. */
  readonly path: readonly string[];
}

/** `https://user@host:443/path`, `ssh://user@host:22/path` or `git://host/path`. */
const URL_FORM = /^(https?|ssh|git):\/\/(?:[^@/\s]*@)?([\w.-]+)(?::(\d{1,5}))?\/(\S*)$/i;
/** `user@host:path`. */
const SHORT_FORM = /^[^@/:\s]+@([\w.-]+):(?!\/\/)(\S+)$/;
/** What may stand in a step of a path: no character that would end a link or lead elsewhere. */
const STEP = /^(?!\.{1,2}$)(?:[\w.~+-]|%[0-9a-f]{2})+$/i;

/** Public hosts that have another name for ssh, or for ssh where its port is blocked. */
const SSH_NAMES: ReadonlyMap<string, string> = new Map([
  ['ssh.github.com', 'github.com'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['altssh.bitbucket.org', 'bitbucket.org'],
  ['ssh.dev.azure.com', 'dev.azure.com'],
]);

/** Reads the URL of a remote; undefined for a folder, and for what leads to no host. */
export function remoteAddress(url: string): RemoteAddress | undefined {
  const long = URL_FORM.exec(url);
  const short = long ? null : SHORT_FORM.exec(url);
  const name = (long?.[2] ?? short?.[1] ?? '').toLowerCase();
  const written = (long?.[4] ?? short?.[2] ?? '').split('/').filter(step => step !== '');
  const path = written.map((step, at) => (at === written.length - 1 ? step.replace(/\.git$/i, '') : step));
  if (name === '' || path.length === 0 || !path.every(step => STEP.test(step))) {
    return undefined;
  }
  const host = SSH_NAMES.get(name) ?? name;
  const port = long?.[1]?.toLowerCase() === 'https' ? long[3] : undefined;
  return { host, webHost: port === undefined ? host : `${host}:${port}`, path };
}
