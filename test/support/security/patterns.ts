import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

/** A regular expression as it stands in the sources. */
export interface PatternLiteral {
  /** `file:line`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** A regular expression that is put together while the program runs. */
export interface MadePattern {
  readonly file: string;
  /** The text of the call. */
  readonly call: string;
}

export interface Patterns {
  readonly literals: readonly PatternLiteral[];
  readonly made: readonly MadePattern[];
}

/** Parsed once for all tests of a run. */
const parsed = new Map<string, readonly ts.SourceFile[]>();
const nodes = new WeakMap<ts.SourceFile, readonly ts.Node[]>();

/** The TypeScript files below folders of the project, parsed. */
export function sourceFiles(...folders: readonly string[]): readonly ts.SourceFile[] {
  return folders.flatMap(folder => {
    const files = parsed.get(folder) ?? parseBelow(folder);
    parsed.set(folder, files);
    return files;
  });
}

function parseBelow(folder: string): readonly ts.SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .map(name => {
      const path = join(root, folder, name);
      const file = relative(root, path);
      return ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    });
}

/** Every node of a file. */
export function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
  const known = nodes.get(file);
  if (known) return known;
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  nodes.set(file, found);
  return found;
}

/** Every regular expression below folders of the project. */
export function patternsIn(...folders: readonly string[]): Patterns {
  const literals: PatternLiteral[] = [];
  const made: MadePattern[] = [];
  for (const file of sourceFiles(...folders)) {
    for (const node of nodesOf(file)) {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        literals.push({ place: `${file.fileName}:${line + 1}`, source, flags });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText() === 'RegExp'
      ) {
        made.push({ file: file.fileName, call: node.getText() });
      }
    }
  }
  return { literals, made };
}
