import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootOptions } from '../app/ports';
import { misnamedPlans, readNamedPlans } from '../shared/namedPlans';
import { Failure } from './failure';
import { parseJsonWithComments } from './jsonWithComments';

/**
 * The plans that a folder's settings for VS Code name, and what names none, so that the command line reads what
 * the editor reads.
 * @throws Failure when the settings cannot be read
 */
export async function workspacePlans(root: string): Promise<Pick<RootOptions, 'plans' | 'misnamed'>> {
  const path = join(root, '.vscode/settings.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    // Most folders have no settings; one that cannot be read names no plan either.
    return { plans: [] };
  }
  try {
    const settings = parseJsonWithComments(text);
    const value =
      typeof settings === 'object' && settings !== null && 'milepost.plans' in settings
        ? settings['milepost.plans']
        : undefined;
    return { plans: readNamedPlans(value), misnamed: misnamedPlans(value) };
  } catch (error) {
    throw new Failure(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
