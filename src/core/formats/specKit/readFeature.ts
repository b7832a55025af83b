import type { DependencyDraft } from '../../plan/drafts';
import type { CheckLine, Heading } from '../../documents/document';
import type { ParsedFile } from '../format';
import type { BoxFile, BoxMilestone } from '../boxes/boxFile';
import { boxMilestone, rangeOf, readBoxTasks } from '../boxes/boxTasks';
import type { BoxLine } from '../boxes/boxTasks';
import { plainText, sectionsOf, slug, uniqueNames } from '../boxes/boxText';

const TASK = /^(?:\*\*)?(T\d{1,9})(?![\w-])(?:\*\*)?:?\s*/;
const TAG = /^\[([A-Za-z0-9_.-]{1,20})\]\s*/;
const DEPENDS = /\(\s*depends on ([^()]*)\)/i;

/**
 * Reads `<feature>/tasks.md`. Ids begin anew in every feature, so they are qualified by its folder. The
 * feature's branch has the folder's name and belongs to every task in it.
 */
export function readFeature(file: ParsedFile, paths: readonly string[]): BoxFile {
  const feature = file.path.split('/').at(-2) ?? '';
  const { headings, checks } = file.document;
  const phases = new Map<number | undefined, BoxMilestone>();
  const sections = sectionsOf(headings, ({ level }) => level === 2);
  const phaseOf = (check: CheckLine) =>
    check.heading === undefined ? undefined : (sections[check.heading] ?? check.heading);
  const unique = uniqueNames();
  for (const check of checks) {
    const at = phaseOf(check);
    if (!phases.has(at)) {
      const heading = at === undefined ? undefined : headings[at];
      const id = unique(heading ? `${feature}/${phaseName(heading)}` : feature);
      const title =
        paths.length > 1 ? `${feature} · ${heading?.text ?? 'tasks'}` : (heading?.text ?? feature);
      phases.set(at, { draft: boxMilestone(file, id, title, heading ?? check), declared: false });
    }
  }
  const tasks = readBoxTasks(file, feature, check => {
    const milestone = phases.get(phaseOf(check))?.draft.item.id;
    const line = readLine(check, feature);
    return line && { ...line, ...(milestone === undefined ? {} : { milestone }) };
  });
  const used = new Set(tasks.map(({ draft }) => draft.milestone?.text));
  return { tasks, milestones: [...phases.values()].filter(({ draft }) => used.has(draft.item.id)) };
}

/** `phase-3` of *Phase 3: User Story 1*, so that a phase may get a better title. */
function phaseName({ text }: Heading): string {
  const number = /^Phase (\d{1,6}(?:\.\d{1,6})?)\b/i.exec(text)?.[1];
  return number === undefined ? slug(text) : `phase-${number}`;
}

function readLine(check: CheckLine, feature: string): BoxLine | undefined {
  const found = TASK.exec(check.text);
  if (!found && check.parent !== undefined) {
    return undefined;
  }
  let rest = check.text.slice(found?.[0].length ?? 0);
  const labels: string[] = [];
  for (let tag = TAG.exec(rest); found && tag; tag = TAG.exec(rest)) {
    rest = rest.slice(tag[0].length);
    labels.push(tag[1] === 'P' ? 'parallel' : (tag[1] ?? ''));
  }
  const depends = DEPENDS.exec(rest);
  const title = plainText(
    depends ? rest.slice(0, depends.index) + rest.slice(depends.index + depends[0].length) : rest,
  );
  return {
    id: found ? `${feature}/${found[1] ?? ''}` : '',
    title: title || (found?.[1] ?? ''),
    dependsOn: [...(depends?.[1] ?? '').matchAll(/\bT\d{1,9}\b/g)].map(([id]): DependencyDraft => ({
      text: id,
      id: `${feature}/${id}`,
      range: rangeOf(check),
    })),
    // A folder with the signs of a glob in its name must not claim every branch.
    more: { labels, branches: /[*?]/.test(feature) ? [] : [feature] },
  };
}
