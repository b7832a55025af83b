/**
 * `npm run bench [-- --quick] [-- --host] [-- --json FILE]`: measures Milepost on generated repositories and
 * on the corpus, and prints one table, each figure beside its limit. `--quick` leaves out the larger sizes
 * and VS Code itself; `--host` measures in VS Code only.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCorpus } from '../support/corpus';
import { installServer, serverRunsHere } from '../support/host/install.mjs';
import { hostRows } from './host/hostRows';
import { algorithmRows, workerRows } from './insightRows';
import { buildMeasures, root } from './measureApart';
import { peerRows, productRows } from './productRows';
import type { Subject } from './repositoryRows';
import { openRows, stepRows } from './repositoryRows';
import { scaleRepo } from './scale/scaleRepo';
import { sizeOf } from './scale/size';
import type { Row } from './table';
import { row, tableText } from './table';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, host: { type: 'boolean' }, json: { type: 'string' } },
});
const rows: Row[] = [];

/** Shows that something is going on; the table comes at the end. */
function progress(text: string): void {
  process.stderr.write(`${text} …\n`);
}

async function scaleRows(): Promise<void> {
  const perCommit: { name: string; value: number }[] = [];
  for (const parts of values.quick ? [16] : [16, 4, 1]) {
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

async function corpusRows(): Promise<void> {
  const corpus = openCorpus();
  if (!corpus) return;
  try {
    progress('corpus');
    rows.push(
      ...(await openRows({ name: 'corpus', dir: corpus.dir, runs: 5, full: false, small: true })).rows,
      ...peerRows(corpus.dir),
    );
  } finally {
    corpus.dispose();
  }
}

/** What users meet: in a window of VS Code, with all that goes on there besides. */
async function inVsCode(): Promise<void> {
  if (!serverRunsHere) {
    progress('VS Code is left out: its server is set up for Linux x64');
    return;
  }
  await installServer();
  const corpus = openCorpus();
  try {
    const repositories = [];
    for (const parts of values.quick ? [16] : [16, 1]) {
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

async function main(): Promise<void> {
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (!values.host) {
    await buildMeasures();
    rows.push(...(await productRows()), ...(await algorithmRows()));
    await corpusRows();
    await scaleRows();
  }
  if (values.host || !values.quick) await inVsCode();
  console.log(`\n${tableText(rows)}\n`);
  const missed = rows.filter(({ ok }) => ok === false).length;
  console.log(`${rows.filter(({ ok }) => ok).length} bars met, ${missed} missed`);
  if (values.json !== undefined) {
    const file = resolve(process.env.INIT_CWD ?? '', values.json);
    writeFileSync(
      file,
      `${JSON.stringify(
        rows.map(({ note: _, ...measured }) => measured),
        undefined,
        2,
      )}\n`,
    );
  }
}

void main();
