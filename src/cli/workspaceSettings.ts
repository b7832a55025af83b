import { join } from 'node:path';
import { readWithin } from '../app/files/nodeFiles';
import type { RootOptions } from '../app/ports';
import { misnamedPlans, readNamedPlans } from '../shared/namedPlans';
import { Failure } from './failure';
import { parseJsonWithComments } from './jsonWithComments';

const PATH = '.vscode/settings.json';

/** Far more than anybody's settings. */
const MOST_BYTES = 1024 * 1024;

/**
 * The plans that a folder's settings for VS Code name, and what names none, so that the command line reads what
 * the editor reads.
 * @throws Failure when the settings are no JSON
 */
export async function workspacePlans(
  root: string,
): Promise<Pick<RootOptions, 'plans' | 'misnamed' | 'unread'>> {
  const found = await readWithin(root, PATH, MOST_BYTES);
  if (found.kind !== 'text') {
    // Most folders have no settings.
    return { plans: [], ...(found.kind === 'failed' && { unread: { path: PATH, detail: found.detail } }) };
  }
  const settings = parseSettings(found.text, join(root, PATH));
  const value =
    typeof settings === 'object' && settings !== null && 'milepost.plans' in settings
      ? settings['milepost.plans']
      : undefined;
  return { plans: readNamedPlans(value), misnamed: misnamedPlans(value) };
}

function parseSettings(text: string, path: string): unknown {
  try {
    return parseJsonWithComments(text);
  } catch {
    // The parser quotes what it met, and settings may hold secrets.
    throw new Failure({ code: 'cli.settings-invalid', args: [path] });
  }
}
