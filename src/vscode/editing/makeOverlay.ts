import { makeOverlay as make } from '../../verbs/makeOverlay';
import type { LaterCommand } from '../linking/kit';

/** Makes an overlay for the plan in another format that has just refused something. */
export const makeOverlay: LaterCommand = async (kit, [format]) => {
  const { edit } = kit.valueOf(await make(kit.writing, String(format)));
  for (const { file } of edit.files) {
    kit.tell({ code: 'new.overlay-made', args: [file] }, edit.files.length);
  }
  await kit.store.refresh();
};
