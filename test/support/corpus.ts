import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { backlogFormat } from '../../src/core/formats/backlog/backlog';
import { backlogRecogniser } from '../../src/core/formats/backlog/recogniser';
import { parseDocument } from '../../src/core/documents/parseDocument';
import type { Plan } from '../../src/core/plan/model';

const BUNDLE = resolve(import.meta.dirname, '../../../shared/corpora/backlog-md.bundle');

/** A clone of the real Backlog.md repository. Call `dispose` at the end. */
export interface Corpus {
  readonly dir: string;
  readonly plan: Plan;
  dispose(): void;
}

/** Clones the corpus into a temporary folder; undefined, with the reason printed, when it is not here. */
export function openCorpus(): Corpus | undefined {
  if (!existsSync(BUNDLE)) {
    console.log(`skipped: the corpus ${BUNDLE} is not on this machine`);
    return undefined;
  }
  const dir = mkdtempSync(join(tmpdir(), 'milepost-corpus-'));
  execFileSync('git', ['clone', '-q', BUNDLE, dir], { stdio: 'pipe' });
  return { dir, plan: readPlan(dir), dispose: () => rmSync(dir, { recursive: true, force: true }) };
}

function readPlan(dir: string): Plan {
  const folder = join(dir, 'backlog');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => backlogRecogniser.owns(path.slice('backlog/'.length)))
    .map(path => {
      const text = readFileSync(join(dir, path), 'utf8');
      return { path, document: parseDocument(text, path.endsWith('.md') ? 'markdown' : 'yaml') };
    });
  return backlogFormat.assemble({ root: dir, folder: 'backlog', files, unreadable: [] });
}
