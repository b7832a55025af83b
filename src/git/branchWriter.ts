/** How a git that writes has ended. */
export interface Ran {
  readonly ok: boolean;
  readonly out: string;
  /** What it said to people, hooks included. */
  readonly said: string;
}

/** What a git that writes is given. */
export interface Call {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** What became of checking out a branch. Where it is refused, everything is as it was. */
export type CheckedOut =
  | { readonly kind: 'checked-out' }
  /** `paths`: files that the checkout would have overwritten; none where something else was in its way. */
  | { readonly kind: 'refused'; readonly paths: readonly string[]; readonly output: string };

/** Makes branches and checks them out. Nothing is stashed, and nothing of the user's is overwritten. */
export interface BranchWriter {
  /** Checks out a new branch that begins at HEAD, so that all files stay as they are. */
  startBranch(branch: string, signal?: AbortSignal): Promise<CheckedOut>;
  checkOut(branch: string, signal?: AbortSignal): Promise<CheckedOut>;
  /**
   * Checks out what was checked out before a branch was started, and deletes the branch where it has got no commit.
   * @param from a branch, or the full hash of a commit that was checked out as such
   * @param tip full hash of the commit where the branch began
   */
  leaveBranch(
    branch: string,
    back: { readonly from: string; readonly detached: boolean; readonly tip: string },
    signal?: AbortSignal,
  ): Promise<CheckedOut>;
}

/** A program that switches branches for the user itself, so that it shows at once what is checked out. */
export interface BranchHost {
  /** Checks out a new branch at HEAD. @throws with what git has said in `stderr` */
  startBranch(branch: string): Promise<void>;
  /** @throws with what git has said in `stderr` */
  checkOut(branch: string): Promise<void>;
}

/**
 * @param run runs git as the user
 * @param host what starts and checks out branches instead of git
 */
export function branchWriter(
  run: (args: readonly string[], call?: Call) => Promise<Ran>,
  host?: BranchHost,
): BranchWriter {
  const checkedOut = async (
    args: readonly string[],
    expected: string,
    {
      signal,
      byHost,
    }: { readonly signal?: AbortSignal | undefined; byHost?(host: BranchHost): Promise<void> } = {},
  ): Promise<CheckedOut> => {
    const { ok, said } =
      host && byHost ? await asRan(byHost(host)) : await run(['checkout', '--quiet', ...args], { signal });
    // A hook that fails afterwards makes git fail, too.
    const isThere = ok || (await run(['symbolic-ref', '--quiet', 'HEAD'])).out.trim() === expected;
    return isThere
      ? { kind: 'checked-out' }
      : { kind: 'refused', paths: overwritten(said), output: said.trim() };
  };
  const refOf = (branch: string): string => `refs/heads/${branch}`;

  return {
    startBranch: (branch, signal) =>
      checkedOut(['-b', branch], refOf(branch), { signal, byHost: one => one.startBranch(branch) }),
    checkOut: (branch, signal) =>
      checkedOut([branch, '--'], refOf(branch), { signal, byHost: one => one.checkOut(branch) }),
    async leaveBranch(branch, { from, detached, tip }, signal) {
      const args = detached ? ['--detach', from] : [from, '--'];
      const back = await checkedOut(args, refOf(from), { signal });
      if (back.kind === 'checked-out') {
        // With its old value: a branch that has got a commit meanwhile stays.
        await run(['update-ref', '-d', refOf(branch), tip], { signal });
      }
      return back;
    },
  };
}

async function asRan(switched: Promise<void>): Promise<Pick<Ran, 'ok' | 'said'>> {
  try {
    await switched;
    return { ok: true, said: '' };
  } catch (error) {
    const { stderr } = error as { readonly stderr?: unknown };
    return { ok: false, said: typeof stderr === 'string' && stderr ? stderr : String(error) };
  }
}

/** Git lists the files that are in the way with a tab before each, in every language. */
function overwritten(said: string): readonly string[] {
  return said.split('\n').flatMap(line => (/^\t\S/.test(line) ? [line.trim()] : []));
}
