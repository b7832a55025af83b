import type { PlannedEdit } from '../app/store';
import type { Reading } from './verb';

/** Resolves once the store has read what an edit has written, for whoever goes on from there. */
export async function seen({ store }: Reading, { root, files }: PlannedEdit): Promise<void> {
  files.forEach(({ file }) => {
    store.fileChanged(root, file);
  });
  await store.whenIdle();
}
