/**
 * `npm run bench [-- --quick] [-- --host] [-- --json FILE]`: measures Milepost on generated repositories and
 * on the corpus, and prints one table, each figure beside its limit. `--quick` leaves out the larger sizes
 * and VS Code itself; `--host` measures in VS Code only; `--cli FILE` another built command line only.
 *
 * `npm run bench -- --against REF [--runs N]`: measures revision REF and this checkout in turn, and prints what is
 * worse and what is better. Exits with 1 when something is worse, with 2 when it cannot be measured.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { openCorpus } from '../support/corpus';
import { installServer, serverRunsHere } from '../support/host/install.mjs';
import { against } from './against/against';
import { branchRows } from './branchRows';
import { commandLineRows, peerRows } from './commandLine';
import { Failure } from './failure';
import { hostRows } from './host/hostRows';
import { algorithmRows, workerRows } from './insightRows';
import { buildMeasures, root } from './measureApart';
import type { BenchOptions } from './options';
import { benchOptions } from './options';
import { progress, writeJson } from './output';
import { productRows } from './productRows';
import type { Subject } from './repositoryRows';
import { openRows, stepRows } from './repositoryRows';
import { scaleRepo } from './scale/scaleRepo';
import { sizeOf } from './scale/size';
import type { Row } from './table';
import { row, tableText } from './table';

const rows: Row[] = [];

async function scaleRows(quick: boolean): Promise<void> {
  const perCommit: { name: string; value: number }[] = [];
  for (const parts of quick ? [16] : [16, 4, 1]) {
    const size = sizeOf(parts);
    const name = `scale ${size.name}`;
    progress(`${name}: making the repository, once`);
    const dir = await scaleRepo(size);
    progress(`${name}: measuring`);
    const full = parts === 1;
    const subject: Subject = { name, dir, runs: full ? 3 : 5, full, small: parts === 16 };
    const opened = await openRows(subject);
    perCommit.push({ name: size.name, value: opened.perCommit });
    rows.push(...opened.rows, ...(await stepRows(subject)), ...(await workerRows(subject)));
  }
  const [first, ...larger] = perCommit;
  for (const { name, value } of first ? larger : []) {
    const growth = value / (first?.value ?? value);
    rows.push(row(`growth of cold, ${first?.name} to ${name}`, growth, '×', 1.3, 'time per commit'));
  }
}

/** Adds the rows of the corpus, if it is here. */
async function onCorpus(measure: (dir: string) => Row[] | Promise<Row[]>): Promise<void> {
  const corpus = openCorpus();
  if (!corpus) return;
  try {
    progress('corpus');
    rows.push(...(await measure(corpus.dir)));
  } finally {
    corpus.dispose();
  }
}

async function corpusRows(dir: string): Promise<Row[]> {
  const { rows: opened } = await openRows({ name: 'corpus', dir, runs: 5, full: false, small: true });
  return [...opened, ...peerRows(dir)];
}

/** What users meet: in a window of VS Code, with all that goes on there besides. */
async function inVsCode(quick: boolean): Promise<void> {
  if (!serverRunsHere) {
    progress('VS Code is left out: its server is set up for Linux x64');
    return;
  }
  await installServer();
  const corpus = openCorpus();
  try {
    const repositories = [];
    for (const parts of quick ? [16] : [16, 1]) {
      const size = sizeOf(parts);
      repositories.push({ name: size.name, dir: await scaleRepo(size) });
    }
    if (corpus) repositories.splice(1, 0, { name: 'corpus', dir: corpus.dir });
    progress('VS Code');
    rows.push(...(await hostRows(repositories)));
  } finally {
    corpus?.dispose();
  }
}

async function ownRows({ quick, host }: BenchOptions): Promise<void> {
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (!host) {
    await buildMeasures();
    rows.push(...(await productRows()), ...(await algorithmRows()), ...(await branchRows()));
    await onCorpus(corpusRows);
    await scaleRows(quick);
  }
  if (host || !quick) await inVsCode(quick);
}

async function main(): Promise<void> {
  const options = benchOptions(process.argv.slice(2));
  if (options.against !== undefined) {
    process.exitCode = (await against(options.against, root, options)) ? 1 : 0;
    return;
  }
  const { cli } = options;
  if (cli === undefined) await ownRows(options);
  else await onCorpus(dir => commandLineRows(dir, resolve(process.env.INIT_CWD ?? '', cli)));
  console.log(`\n${tableText(rows)}\n`);
  const missed = rows.filter(({ ok }) => ok === false).length;
  console.log(`${rows.filter(({ ok }) => ok).length} bars met, ${missed} missed`);
  if (options.json !== undefined) {
    writeJson(
      options.json,
      rows.map(({ note: _, ...measured }) => measured),
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = error instanceof Failure ? error.exitCode : 2;
});
