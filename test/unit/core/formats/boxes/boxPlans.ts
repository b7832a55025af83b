import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checklistFormat } from '../../../../../src/core/formats/checklist/checklist';
import { checklistRecogniser } from '../../../../../src/core/formats/checklist/recogniser';
import type { PlanFormat, Recogniser } from '../../../../../src/core/formats/format';
import { gsdFormat } from '../../../../../src/core/formats/gsd/gsd';
import { gsdRecogniser } from '../../../../../src/core/formats/gsd/recogniser';
import { openSpecFormat } from '../../../../../src/core/formats/openSpec/openSpec';
import { openSpecRecogniser } from '../../../../../src/core/formats/openSpec/recogniser';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { specKitFormat } from '../../../../../src/core/formats/specKit/specKit';
import { specKitRecogniser } from '../../../../../src/core/formats/specKit/recogniser';
import type { Plan, Task } from '../../../../../src/core/plan/model';

const FIXTURES = join(__dirname, '../../../../fixtures/formats');

/** A format whose tasks are boxes, and where one of its files lies. */
export interface BoxFormat {
  readonly recogniser: Recogniser;
  readonly format: PlanFormat;
  readonly folder: string;
  readonly path: string;
}

export const SPEC_KIT: BoxFormat = {
  recogniser: specKitRecogniser,
  format: specKitFormat,
  folder: 'specs',
  path: 'specs/001-login/tasks.md',
};
export const OPEN_SPEC: BoxFormat = {
  recogniser: openSpecRecogniser,
  format: openSpecFormat,
  folder: 'openspec',
  path: 'openspec/changes/add-dark-mode/tasks.md',
};
export const GSD: BoxFormat = {
  recogniser: gsdRecogniser,
  format: gsdFormat,
  folder: '.planning',
  path: '.planning/ROADMAP.md',
};
export const CHECKLIST: BoxFormat = {
  recogniser: checklistRecogniser,
  format: checklistFormat,
  folder: 'ROADMAP.md',
  path: 'ROADMAP.md',
};

/** Assembles a plan from texts by path, relative to the root. */
export function planOf({ format, folder }: BoxFormat, texts: Readonly<Record<string, string>>): Plan {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    document: parseDocument(text, 'markdown'),
  }));
  return format.assemble({ root: '/root', folder, files, unreadable: [] });
}

/** The texts of a fixture that the format owns, by path. */
export function fixture(name: string, { recogniser, folder }: BoxFormat): Record<string, string> {
  const root = join(FIXTURES, name);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/'),
  );
  const owned = paths.filter(path =>
    recogniser.singleFile
      ? path === folder
      : path.startsWith(`${folder}/`) && recogniser.owns(path.slice(folder.length + 1)),
  );
  return Object.fromEntries(owned.sort().map(path => [path, readFileSync(join(root, path), 'utf8')]));
}

export function malformed(name: string): string {
  return readFileSync(join(FIXTURES, 'malformed', name), 'utf8');
}

/** One line for each task: key, title and category. */
export function tasksOf(plan: Plan): string[] {
  return plan.tasks.map(({ key, title, category }) => `${key} ${category}: ${title}`);
}

export function problemsOf(plan: Plan): string[] {
  return plan.problems.map(({ severity, range, message }) =>
    [severity, range.start.line + 1, message.code, ...message.args].join(' '),
  );
}

/** @throws when there is no such task */
export function task(plan: Plan, key: string): Task {
  const found = plan.tasks.find(one => one.key === key);
  if (!found) {
    throw new Error(`no task ${key}`);
  }
  return found;
}
