import Module, { createRequire } from 'node:module';

type Load = (request: string, ...rest: unknown[]) => unknown;

/**
 * The editor's Markdown value, written as VS Code writes it (`src/vs/base/common/htmlContent.ts`): what `appendText`
 * escapes, and no more.
 */
export class MarkdownString {
  value = '';
  isTrusted?: unknown;
  supportHtml?: unknown;
  supportThemeIcons?: unknown;

  appendText(text: string): this {
    this.value += text
      .replace(/[\\`*_{}[\]()#+!~]/g, '\\$&')
      .replace(/^([ \t]*)-/gm, '$1\\-')
      .replace(/([ \t]+)/g, (_, blank: string) => '&nbsp;'.repeat(blank.length))
      .replace(/>/gm, '\\>')
      .replace(/\n/g, '\n\n');
    return this;
  }

  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
}

/**
 * Loads a file of the editor layer outside an editor.
 * @param file below `src/vscode`, without extension
 * @param parts what it finds of the editor
 */
export function loadWith<T>(file: string, parts: object): T {
  const modules = Module as unknown as { _load: Load };
  const load = modules._load;
  modules._load = (request, ...rest) => (request === 'vscode' ? parts : load(request, ...rest));
  try {
    return createRequire(import.meta.url)(`../../../src/vscode/${file}`);
  } finally {
    modules._load = load;
  }
}
