import type { NotWritten } from '../fileOutcome';
import { lockPlan } from '../planLock';
import type { Editor } from './editor';
import type { MadeEdit } from './made';

/**
 * Writes to a plan while no other window and no command line does. What lies elsewhere has no lock.
 * @param edit what it is held for; a refusal names its first file
 */
export async function holdPlan<T>(
  {
    root,
    plan,
    files,
  }: Pick<MadeEdit, 'root' | 'plan'> & { readonly files: readonly { readonly file: string }[] },
  editor: Editor,
  write: () => Promise<T>,
): Promise<T | NotWritten> {
  if (!editor.isLocal(root)) {
    return write();
  }
  const taken = await lockPlan({ root, plan, file: files[0]?.file ?? plan });
  if (!taken.ok) {
    return taken;
  }
  try {
    if (taken.completed) {
      await editor.completed(taken.completed);
    }
    return await write();
  } finally {
    await taken.lock.release();
  }
}
