import { assembleBoxes } from '../boxes/assembleBoxes';
import { editBoxes } from '../boxes/editBoxes';
import type { PlanFormat } from '../format';
import { readBoard } from './readBoard';
import { readList } from './readList';
import type { BoxFile } from '../boxes/boxFile';
import type { ParsedFile } from '../format';

/** A plain checklist in one file, such as ROADMAP.md. Many repositories have one, so it is read only when named. */
export const checklistFormat: PlanFormat = {
  assemble: input => assembleBoxes(input, 'checklist', read),
  isPlan: ({ tasks }) => tasks.length > 0,
  writing: () =>
    Promise.resolve({
      edit: (text, target, change, context) => editBoxes(text, target, change, context, 'checklist', read),
    }),
};

function read(file: ParsedFile): BoxFile {
  const board = file.document.fields.some(({ key }) => key.trim().toLowerCase() === 'kanban-plugin');
  return board ? readBoard(file) : readList(file);
}
