/** What the licences of packages ask of whoever ships their code: their names and their texts go with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');

/** Copied beside the bundles as it is. */
const COPIED = ['@vscode/codicons'];

/**
 * The packages of which code is in bundles, or which are copied beside them, by name.
 * @param metafiles what esbuild tells of its bundles
 */
export function shippedPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(output => Object.entries(output.inputs)),
  );
  const names = inputs.flatMap(([file, { bytesInOutput }]) => {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1];
    return name !== undefined && bytesInOutput > 0 ? [name] : [];
  });
  return [...new Set([...names, ...COPIED])].sort();
}

/** Name, licence and the licence's text of every package. */
export function noticesOf(packages) {
  const parts = packages.map(name => {
    const { license, homepage } = manifestOf(name);
    return [`${name} (${license})${homepage ? `\n${homepage}` : ''}`, licenceOf(name)].join('\n\n');
  });
  const head = 'Milepost contains software of others, under the licences below.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function licenceOf(name) {
  const folder = join(modules, name);
  const files = readdirSync(folder).filter(file => /^(?:licen[cs]e|notice|copying)/i.test(file));
  if (files.length > 0) {
    return files
      .map(file => readFileSync(join(folder, file), 'utf8').replace('\ufeff', '').trim())
      .join('\n\n');
  }
  const { author, license } = manifestOf(name);
  if (license !== 'MIT') throw new Error(`${name} comes without the text of its licence, ${license}`);
  // The text of the licence is the same for all, and ours.
  const own = readFileSync(join(modules, '../LICENSE'), 'utf8').trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${author?.name ?? author}`);
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
}
