import type { PlanDocument } from '../../documents/document';
import { findField, textsOf } from '../../documents/edit/fieldText';

/**
 * The folder that a config at the workspace root names, without `./` and slashes at its end; undefined
 * when it names none or one outside the root.
 */
export function configuredFolder(rootConfig: PlanDocument | undefined): string | undefined {
  const [text = ''] = textsOf(rootConfig && findField(rootConfig, 'backlog_directory')?.value);
  const parts = text
    .trim()
    .split(/[/\\]/)
    .filter(part => part !== '' && part !== '.');
  const outside = /^(?:[/\\]|[A-Za-z]:)/.test(text.trim()) || parts.includes('..');
  return outside || parts.length === 0 ? undefined : parts.join('/');
}
