import { editList } from '../../documents/edit/editList';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import { fieldText, findField, textsOf } from '../../documents/edit/fieldText';
import { mergeLinks } from '../../documents/edit/listEntries';
import { refuse } from '../../documents/edit/refusal';
import { parseDocument } from '../../documents/parseDocument';
import type { CommitRef, EditResult } from '../../plan/change';
import { formatHandLink, parseHandLink } from '../../plan/handLink';
import { PROJECT_ORDER } from './editDismissal';

const KEY = 'no_task';

/** Adds commits to `no_task:` of project.md, one a line; those that are there already stay as they are. */
export function editNoTask(text: string, commits: readonly CommitRef[]): EditResult {
  const document = parseDocument(text, 'markdown');
  if (document.conflict) {
    return refuse({ code: 'conflict-markers', args: [] });
  }
  const file = fieldText(text, document);
  const refusal = layoutRefusal(file, KEY);
  if (refusal) {
    return refuse(refusal);
  }
  const links = textsOf(findField(document, KEY)?.value).map(parseHandLink);
  const entries = mergeLinks(links, commits, false, commit => formatHandLink(commit, false));
  const manner = { order: PROJECT_ORDER, style: 'plain', list: 'block' } as const;
  return { ok: true, edits: editList(file, KEY, entries, manner, 'single') };
}
