import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Source texts by their paths from the project's folder, with slashes. */
export type Texts = ReadonlyMap<string, string>;

/** Something that a file declares at its top level, or passes on from another file. */
export interface Declaration {
  readonly file: string;
  readonly name: string;
  readonly kind: 'own' | 'exported' | 'passed on';
  /** Its documentation comment with its marks; empty where it has none. */
  readonly documentation: string;
  /** Keys of the declarations that its code names (`keyOf`). */
  readonly uses: ReadonlySet<string>;
}

interface Named {
  readonly name: string;
  readonly node: ts.Node;
}

const keyOf = (file: string, name: string) => `${file}#${name}`;

/** What VS Code calls by its name. */
const CALLED_FROM_OUTSIDE = [keyOf('src/extension.ts', 'activate')];

/** The source files of the product: everything in `src` and `media/panel`. */
export function productTexts(): Texts {
  const texts = new Map<string, string>();
  for (const folder of ['src', 'media/panel']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (/\.tsx?$/.test(name)) {
        const path = join(ROOT, folder, name);
        texts.set(relative(ROOT, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'));
      }
    }
  }
  return texts;
}

/**
 * The top-level declarations of some files, and those among them that no code names which runs when the files are
 * loaded. What only unused code names is unused, too; members of classes and interfaces are not looked at.
 */
export function readDeclarations(texts: Texts): {
  readonly all: readonly Declaration[];
  readonly unused: readonly Declaration[];
} {
  const sources = [...texts].map(([file, text]) =>
    ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
  );
  const users = usersOf(sources);
  const modules = sources.map(source => readModule(source, texts, users));
  const all = modules.flatMap(({ declarations }) => declarations);
  const byKey = new Map(all.map(one => [keyOf(one.file, one.name), one]));
  const used = new Set<string>();
  const open = [...modules.flatMap(({ runs }) => [...runs]), ...CALLED_FROM_OUTSIDE];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (!used.has(key)) {
      used.add(key);
      open.push(...(byKey.get(key)?.uses ?? []));
    }
  }
  return { all, unused: all.filter(({ file, name }) => !used.has(keyOf(file, name))) };
}

/** The files that name something, by its name. */
type Users = ReadonlyMap<string, ReadonlySet<string>>;

function usersOf(sources: readonly ts.SourceFile[]): Users {
  const users = new Map<string, Set<string>>();
  for (const source of sources.filter(({ fileName }) => !isBarrel(fileName))) {
    for (const name of namesIn(source)) {
      users.set(name, (users.get(name) ?? new Set()).add(source.fileName));
    }
  }
  return users;
}

/** Whether a file passes on the declarations of others, so that a name in it is no use. */
const isBarrel = (file: string) => file.endsWith('/engine.ts') || file.endsWith('/filterTools.ts');

function readModule(source: ts.SourceFile, texts: Texts, users: Users) {
  const file = source.fileName;
  const declarations: Declaration[] = [];
  const runs = new Set<string>();
  const usesIn = usesOf(source, texts, users);
  for (const statement of source.statements) {
    const declared = declaredIn(statement);
    for (const { name, node } of declared) {
      const isExported = ts.canHaveModifiers(statement) && hasExport(ts.getModifiers(statement));
      const kind = isExported ? 'exported' : 'own';
      declarations.push({ file, name, kind, documentation: documentationOf(statement), uses: usesIn(node) });
    }
    const passed = passedOn(statement);
    const from = fileNamed(file, ts.isExportDeclaration(statement) && statement.moduleSpecifier, texts);
    for (const { name, propertyName } of passed) {
      const original = (propertyName ?? name).text;
      const uses = new Set(from ? [keyOf(from, original)] : usesIn(propertyName ?? name));
      declarations.push({ file, name: name.text, kind: 'passed on', documentation: '', uses });
    }
    if (declared.length === 0 && passed.length === 0 && !ts.isImportDeclaration(statement)) {
      usesIn(statement).forEach(key => runs.add(key));
    }
  }
  return { declarations, runs };
}

const hasExport = (modifiers: readonly ts.Modifier[] = []) =>
  modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function documentationOf(statement: ts.Statement): string {
  const text = statement.getSourceFile().text;
  const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
  const last = comments.map(({ pos, end }) => text.slice(pos, end)).at(-1) ?? '';
  return last.startsWith('/**') ? last : '';
}

/** The names that a statement declares, each with the code that belongs to it. */
function declaredIn(statement: ts.Statement): readonly Named[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(node =>
      ts.isIdentifier(node.name) ? [{ name: node.name.text, node }] : [],
    );
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [{ name: statement.name.text, node: statement }] : [];
}

function passedOn(statement: ts.Statement): readonly ts.ExportSpecifier[] {
  const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
  return clause && ts.isNamedExports(clause) ? [...clause.elements] : [];
}

/** The file that an import names, if it is one of ours. */
function fileNamed(file: string, specifier: ts.Node | false | undefined, texts: Texts): string | undefined {
  if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) {
    return undefined;
  }
  const path = posix.join(posix.dirname(file), specifier.text);
  return [`${path}.ts`, `${path}.tsx`].find(candidate => texts.has(candidate));
}

/** All names in a file. */
function namesIn(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part)) {
      found.push(part.text);
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}

/** Says which declarations a part of a file names; of a module that is loaded later, all that another file names. */
function usesOf(source: ts.SourceFile, texts: Texts, users: Users) {
  const file = source.fileName;
  const meaning = new Map<string, string>();
  for (const statement of source.statements) {
    declaredIn(statement).forEach(({ name }) => meaning.set(name, keyOf(file, name)));
    const bindings = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
    const from = ts.isImportDeclaration(statement) && fileNamed(file, statement.moduleSpecifier, texts);
    if (from && bindings && ts.isNamedImports(bindings)) {
      bindings.elements.forEach(({ name, propertyName }) =>
        meaning.set(name.text, keyOf(from, (propertyName ?? name).text)),
      );
    }
  }
  return (part: ts.Node): ReadonlySet<string> => {
    const uses = new Set<string>();
    const visit = (node: ts.Node): void => {
      const key = ts.isIdentifier(node) ? meaning.get(node.text) : undefined;
      if (key !== undefined) {
        uses.add(key);
      }
      const later = fileNamed(file, laterModule(node), texts);
      if (later !== undefined) {
        users.forEach((files, name) => {
          if ([...files].some(user => user !== later)) {
            uses.add(keyOf(later, name));
          }
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(part);
    return uses;
  };
}

/** The name of the module in `import('…')`, as a call or as a type. */
function laterModule(node: ts.Node): ts.Node | undefined {
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return node.argument.literal;
  }
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isCall ? node.arguments[0] : undefined;
}
