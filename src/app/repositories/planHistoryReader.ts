import type { History } from '../../core/evidence/graph/history';
import { historyAliases } from '../../core/evidence/commits/historyAliases';
import type { PlanDocument } from '../../core/documents/document';
import type { ParsedFile } from '../../core/formats/format';
import { itemStates } from '../../core/insight/history/itemState';
import type { ItemState } from '../../core/insight/history/itemState';
import { planHistorySteps } from '../../core/insight/history/planHistory';
import type { HistoryStep, PlanHistory } from '../../core/insight/history/planHistory';
import { dayOf } from '../../core/base/dates';
import { aliasedKey } from '../../core/plan/ids';
import type { Plan } from '../../core/plan/model';
import type { Steps } from '../../core/base/steps';
import type { GitReader } from '../../git/gitReader';
import { inSlices } from '../following/inSlices';
import { decode } from '../files/nodeFiles';
import type { PlanFolder } from '../files/planFolder';
import { parseDocument } from '../../core/documents/parseDocument';
import { documentKey, syntaxOf } from '../files/documentCache';
import type { DocumentCache } from '../files/documentCache';

/** A plan in its repository. */
export interface PlacedPlan {
  readonly plan: Plan;
  readonly folder: PlanFolder;
  /** What makes a path of the plan relative to the top of the repository. */
  readonly prefix: string;
  readonly history: History;
  readonly git: GitReader;
}

/** A version of a plan file. */
interface Version {
  readonly path: string;
  readonly blob: string;
}

/** So many versions are asked of git at a time: what they hold stays small. */
const BATCH = 2000;
/** How many commits are looked at in one step. */
const STEP = 200;
const NO_BLOB = /^0+$/;

/**
 * Reads what a plan was at each commit of the default branch's first parents. A version of a file is read and
 * parsed once; of it only what the history needs is kept.
 */
export class PlanHistoryReader {
  /** Undefined for a version that git does not have here, or that is too large. */
  private readonly known = new Map<string, readonly ItemState[] | undefined>();

  /** @param documents the versions that are parsed already: most files are what their last commit made them */
  constructor(private readonly documents: DocumentCache) {}

  async read(placed: PlacedPlan, signal?: AbortSignal): Promise<PlanHistory> {
    const commits = await inSlices(planCommits(placed), signal);
    const versions = commits.flatMap(({ files }) => files);
    const unknown = new Map<string, Version>();
    for (const version of versions) {
      if (!NO_BLOB.test(version.blob) && !this.known.has(keyOf(version))) {
        unknown.set(keyOf(version), version);
      }
    }
    const waiting = [...unknown.values()];
    for (let at = 0; at < waiting.length; at += BATCH) {
      const batch = waiting.slice(at, at + BATCH);
      const parsed = new Map<string, PlanDocument>();
      const unparsed = new Set<string>();
      for (const { path, blob } of batch) {
        const document = this.documents.known(path, blob);
        if (document) {
          parsed.set(documentKey(path, blob), document);
        } else {
          unparsed.add(blob);
        }
      }
      const blobs = await placed.git.readBlobs(unparsed, signal);
      await inSlices(this.parse(batch, parsed, blobs, placed), signal);
    }
    const steps = await inSlices(this.steps(commits, placed), signal);
    const history = await inSlices(planHistorySteps(steps), signal);
    const unread = new Set(versions.map(keyOf).filter(key => this.known.has(key) && !this.known.get(key)));
    return {
      ...history,
      ...(placed.history.shallow && { isCut: true }),
      ...(unread.size > 0 && { unread: unread.size }),
    };
  }

  private *parse(
    batch: readonly Version[],
    parsed: Map<string, PlanDocument>,
    blobs: Awaited<ReturnType<GitReader['readBlobs']>>,
    { folder, prefix, plan }: PlacedPlan,
  ): Steps<void> {
    const configuring = folder.configuring;
    for (const version of batch) {
      const { path, blob } = version;
      const content = blobs.get(blob);
      // A file that moves to the folder of the finished ones is the same text at another path.
      const text = documentKey(path, blob);
      const document =
        parsed.get(text) ??
        (Buffer.isBuffer(content) ? parseDocument(decode(content), syntaxOf(path)) : undefined);
      if (document) {
        parsed.set(text, document);
      }
      const file = document && { path: path.slice(prefix.length), document };
      this.known.set(keyOf(version), file ? itemsOf(file, folder, configuring, plan) : undefined);
      yield;
    }
  }

  private *steps(
    commits: readonly PlanCommit[],
    { plan, prefix, history }: PlacedPlan,
  ): Steps<HistoryStep[]> {
    const aliases = new Set([...plan.settings.aliases, ...historyAliases(plan, prefix, history)]);
    const rename = (item: ItemState): ItemState =>
      item.kind === 'task' ? { ...item, key: aliasedKey(item.key, plan.settings.prefix, aliases) } : item;
    let latest = 0;
    const steps: HistoryStep[] = [];
    for (const { hash, time, files } of commits) {
      // Clocks differ between machines; history does not go back.
      latest = Math.max(latest, time);
      steps.push({
        commit: hash,
        day: dayOf(latest, plan.settings.timezone),
        // Where it is not known what became of a file, it stays what it was.
        files: files.flatMap(version => {
          const items = NO_BLOB.test(version.blob) ? [] : this.known.get(keyOf(version));
          return items ? [{ path: version.path, items: items.map(rename) }] : [];
        }),
      });
      if (steps.length % STEP === 0) {
        yield;
      }
    }
    return steps;
  }
}

interface PlanCommit {
  readonly hash: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly files: readonly Version[];
}

/** Commits of the default branch's first parents that changed files of the plan, oldest first. */
function* planCommits({ history, folder, prefix }: PlacedPlan): Steps<PlanCommit[]> {
  const found: PlanCommit[] = [];
  let looked = 0;
  const hash: string | undefined = history.defaultBranch?.tip;
  for (
    let commit = history.commits.get(hash ?? '');
    commit;
    commit = history.commits.get(commit.parents[0] ?? '')
  ) {
    const files = commit.files
      .filter(({ path }) => path.startsWith(prefix) && folder.owns(path.slice(prefix.length)))
      .map(({ path, after }) => ({ path, blob: after }));
    if (files.length > 0) {
      found.push({ hash: commit.hash, time: commit.commitTime, files });
    }
    if (++looked % STEP === 0) {
      yield;
    }
  }
  return found.reverse();
}

function keyOf({ path, blob }: Version): string {
  return `${blob} ${path}`;
}

function itemsOf(
  file: ParsedFile,
  folder: PlanFolder,
  configuring: readonly ParsedFile[],
  plan: Plan,
): readonly ItemState[] {
  const others = configuring.filter(({ path }) => path !== file.path);
  const { root, rootConfig } = folder;
  const input = { root, folder: plan.folder, files: [...others, file], unreadable: [] };
  return itemStates(folder.format.assemble(rootConfig ? { ...input, rootConfig } : input));
}
