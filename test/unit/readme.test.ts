import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { SETTABLE_FIELDS } from '../../src/verbs/set';
import { readChange } from '../../src/cli/readChange';
import { compileGlob } from '../../src/core/base/glob';
import { CLI_COMMANDS } from '../../src/cli/commands';
import { signature, usage } from '../../src/cli/usage';
import { compileIdMatcher } from '../../src/core/evidence/commits/idMatcher';
import { EVIDENCE } from '../../src/core/evidence/link';
import { matchMessage } from '../../src/core/evidence/commits/messageEvidence';
import { buildFacts } from '../../src/core/facts';
import { backlogFormat } from '../../src/core/formats/backlog/backlog';
import type { PlanFormat } from '../../src/core/formats/format';
import { nativeFormat } from '../../src/core/formats/native/native';
import { parseDocument } from '../../src/core/documents/parseDocument';
import { FINDINGS } from '../../src/core/plan/findingCodes';
import type { Finding } from '../../src/core/insight/findings/finding';
import { baselineOf } from '../../src/core/insight/baseline/baseline';
import { bandOf, RISK_BANDS } from '../../src/core/insight/risks/band';
import type { Plan } from '../../src/core/plan/model';
import type { PlanProblem } from '../../src/core/plan/problem';
import { DEFAULT_RULES } from '../../src/core/plan/settings';
import { baselineJson } from '../../src/present/json/baselineJson';
import { branchesJson } from '../../src/present/json/branchesJson';
import { statusJson } from '../../src/present/json/statusJson';
import { anElsewhere } from '../support/anElsewhere';
import { insightOf } from '../support/insightOf';
import { keysOf } from '../support/keysOf';

const root = resolve(import.meta.dirname, '../..');
const manifest: {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const settings = manifest.contributes.configuration.properties;

const USAGE = usage().join('\n');

/** A page of the documentation: its path from the top of the repository, and its text. */
interface Page {
  readonly path: string;
  readonly text: string;
}

function page(path: string): Page {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

const readme = page('README.md');
const docNames = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'));
const docs = docNames.map(name => page(`docs/${name}`));
const pages = [readme, ...docs, ...['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].map(page)];

function doc(name: string): string {
  return docs.find(({ path }) => path === `docs/${name}.md`)?.text ?? '';
}

/** Fenced examples: their page, their language, what follows it, and their text. */
const examples = [readme, ...docs].flatMap(({ path, text: whole }) =>
  [...whole.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)].map(([, language = '', title = '', text = '']) => ({
    path,
    language,
    title,
    text,
  })),
);

function example(language: string, title: string): string {
  const found = examples.filter(one => one.language === language && one.title === title);
  assert.equal(found.length, 1, `${found.length} examples ${language} ${title}`);
  return found[0]?.text ?? '';
}

/** The plan whose files a page shows. */
function plan(format: PlanFormat, folder: string, path: string): Plan {
  const files = examples
    .filter(one => one.path === path && one.title.startsWith(`${folder}/`))
    .map(({ title, text }) => ({ path: title, document: parseDocument(text, 'markdown') }));
  assert.notEqual(files.length, 0);
  return format.assemble({ root: '/repo', folder, files, unreadable: [] });
}

const nativePlan = (): Plan => plan(nativeFormat, 'plan', 'docs/plan-format.md');

function withoutFences(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, '');
}

/** The anchors that GitHub gives to the headings of a page. */
function anchors(text: string): string[] {
  return [...withoutFences(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links of pages to files, each with the file it leads to, from the top of the repository. */
function relativeLinks(from: readonly Page[]) {
  const links = from.flatMap(({ path, text }) => {
    const prose = withoutFences(text).replace(/`[^`\n]*`/g, '');
    return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => ({ path, target }));
  });
  return links
    .filter(({ target }) => !/^[a-z]+:/.test(target))
    .map(({ path, target }) => {
      const [file = '', anchor] = target.split('#');
      const found = relative(root, file === '' ? join(root, path) : resolve(root, dirname(path), file));
      return { path, target, found: found.replaceAll('\\', '/'), anchor };
    });
}

/** Files to which the packed extension gives another name: `readme.md`, `changelog.md`, `LICENSE.txt`. */
const RENAMED: readonly string[] = ['README.md', 'CHANGELOG.md', 'LICENSE'];

function unique(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort();
}

describe('The README', () => {
  it('has 150 lines at most', () => {
    assert.ok(readme.text.split('\n').length <= 151);
  });

  it('installs the file that this version is packed into', () => {
    assert.ok(example('sh', 'install').includes(` milepost-${manifest.version}.vsix\n`));
  });

  it('shows pictures that are packed with it', () => {
    const packed = page('.vscodeignore').text.split('\n');
    const pictures = [...readme.text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    assert.ok(pictures.length > 1);
    assert.deepEqual(
      pictures.filter(path => !packed.includes(`!${path}`)),
      [],
    );
  });

  it('names the command that checks everything', () => {
    assert.match(readme.text, /\n## Development\n[^]*`npm test`/);
  });

  it('shows a first milestone without problems', () => {
    const { problems, tasks } = plan(nativeFormat, 'plan', 'README.md');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      tasks.map(({ id, category, assignees, dependsOn }) => [
        id,
        category,
        assignees,
        dependsOn.map(({ key }) => key),
      ]),
      [
        ['APP-1', 'active', ['@ana'], []],
        ['APP-2', 'open', ['@li'], ['APP-1']],
      ],
    );
  });

  it('shows commands that the command line has', () => {
    const shown = [...example('sh', 'commands').matchAll(/^milepost ([a-z]+)/gm)].map(
      ([, name = '']) => name,
    );
    assert.notEqual(shown.length, 0);
    for (const name of shown) {
      assert.ok(USAGE.includes(`\n  milepost ${name} `), name);
    }
  });
});

/** Holds that the example of a command's JSON names the keys that it prints, and no others. */
function assertNamed(command: string, printed: unknown): void {
  const named = example('js', command).match(/\w+/g) ?? [];
  assert.deepEqual(unique(named), unique(keysOf(printed)));
}

describe('The documentation', () => {
  it('has no example that no test reads', () => {
    const read =
      /^(?:markdown (?:plan|backlog)\/\S.*|text files|yaml (?:overlay|dismissed|dismissed-for)|gitcommit message|json settings|sh (?:install|commands|usage)|js (?:status|links|branches|review|schedule|forecast|baseline))$/;
    const unread = examples.filter(({ language, title }) => !read.test(`${language} ${title}`.trim()));
    assert.deepEqual(unread, []);
    const fences = [readme, ...docs].flatMap(({ text }) => text.match(/^```/gm) ?? []);
    assert.equal(fences.length, 2 * examples.length);
  });

  it('has no relative link that leads nowhere', () => {
    const followed = relativeLinks(pages);
    assert.ok(followed.length > 50);
    for (const { path, target, found, anchor } of followed) {
      assert.ok(existsSync(join(root, found)), `${path}: ${target}`);
      assert.ok(
        anchor === undefined || anchors(page(found).text).includes(anchor),
        `${path}: ${target} is no heading`,
      );
    }
  });

  it('has no relative link to a file that is not packed, or not under its name', () => {
    const lines = page('.vscodeignore').text.split('\n');
    const patterns = lines.flatMap(line => /^!(.*)$/.exec(line)?.[1] ?? []);
    const isPacked = (path: string): boolean =>
      patterns.some(pattern => compileGlob(pattern)(path)) && !RENAMED.includes(path);
    const packed = pages.filter(({ path }) => isPacked(path) || RENAMED.includes(path));
    assert.deepEqual(packed, pages);
    assert.deepEqual(
      relativeLinks(packed).filter(({ path, found }) => found !== path && !isPacked(found)),
      [],
    );
  });

  it('is all within reach of the README', () => {
    for (const { path } of docs) {
      assert.ok(readme.text.includes(`](${path})`), path);
    }
  });

  it('names files of the repository that exist', () => {
    for (const { path, text } of pages) {
      const named = text.matchAll(
        /`(?:npx mocha |node |ROUNDS=\d+ npx mocha )?((?:src|test|media|docs)\/[\w./-]+)/g,
      );
      for (const [, file = ''] of named) {
        assert.ok(existsSync(join(root, file)), `${path}: ${file}`);
      }
    }
  });

  it('names scripts that exist', () => {
    for (const { path, text } of pages) {
      for (const [, script = ''] of text.matchAll(/`npm (?:run )?([a-z0-9:]+)/g)) {
        // `npm audit` is npm's own.
        assert.ok(script in manifest.scripts || script === 'audit', `${path}: ${script}`);
      }
    }
  });

  it('shows a native plan without problems, with every item it writes about', () => {
    const { problems, milestones, tasks, risks, settings: own } = nativePlan();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      tasks.map(({ id, milestone, category }) => [id, milestone, category]),
      [
        ['APP-4', 'BETA', 'open'],
        ['APP-3', 'BETA', 'active'],
        ['APP-3.1', 'BETA', 'open'],
        ['APP-2', 'BETA', 'done'],
        ['APP-1', 'BETA', 'dropped'],
        ['APP-5', 'BETA', 'open'],
      ],
    );
    assert.deepEqual(
      tasks.at(-1)?.handLinks.map(link => link.not),
      [false],
    );
    assert.deepEqual(
      milestones.map(({ title, health, checklist }) => [title, health, checklist.length]),
      [['Public beta', 'at risk', 1]],
    );
    assert.deepEqual(
      risks.map(({ score, tasks: mitigation, milestone }) => [score, mitigation, milestone]),
      [[12, ['APP-5'], 'BETA']],
    );
    assert.equal(own.prefix, 'APP');
    for (const { name } of own.statuses) {
      assert.ok(doc('plan-format').includes(name), name);
    }
  });

  it('shows an overlay that its format reads', () => {
    const document = parseDocument(`---\n${example('yaml', 'overlay')}---\n`, 'markdown');
    const files = [{ path: 'plan/project.md', document }];
    const overlay = nativeFormat.overlay?.({ root: '/repo', folder: 'plan', files, unreadable: [] });
    assert.deepEqual(overlay?.problems, []);
    assert.equal(overlay?.target.text, 'backlog');
    assert.deepEqual(
      overlay?.tasks.map(({ named, addition }) => [named.text, addition.estimate?.value, addition.start]),
      [['BACK-12', 24, '2026-11-09']],
    );
  });

  it('shows a Backlog.md task without problems', () => {
    const { problems, tasks } = plan(backlogFormat, 'backlog', 'docs/other-formats.md');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      tasks.map(({ id, category, handLinks, checklist }) => [
        id,
        category,
        handLinks.length,
        checklist.length,
      ]),
      [['BACK-12', 'active', 1, 2]],
    );
  });

  it('shows a commit message that says what it is said to say', () => {
    const own = nativePlan();
    const { mentions } = matchMessage(
      example('gitcommit', 'message'),
      compileIdMatcher(own),
      own.settings.rules,
    );
    assert.deepEqual(
      mentions.map(({ task, evidence }) => `${evidence} ${task}`),
      ['closes APP-4', 'trailer APP-3'],
    );
  });

  it('names every kind of evidence', () => {
    const named = [...doc('evidence').matchAll(/^\| `(\w+)` \| .* \| (?:work|mention)/gm)].map(
      ([, kind]) => kind,
    );
    assert.deepEqual(named, EVIDENCE);
  });

  it('names every finding once', () => {
    const section = doc('figures').split('\n## Findings\n')[1] ?? '';
    const named = [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code = '']) => code);
    assert.deepEqual(named.sort(), [...FINDINGS].sort());
  });

  it('shows dismissals that the format reads', () => {
    const project = `---\nkey: APP\n${example('yaml', 'dismissed-for')}---\n`;
    const own = example('yaml', 'dismissed');
    const task = `---\nid: APP-4\n${own}---\n`;
    const files = Object.entries({ 'plan/project.md': project, 'plan/tasks/app-4.md': task }).map(
      ([path, text]) => ({ path, document: parseDocument(text, 'markdown') }),
    );
    const read = nativeFormat.assemble({ root: '/repo', folder: 'plan', files, unreadable: [] });
    assert.deepEqual(read.problems, []);
    assert.deepEqual(
      [...read.settings.dismissed, ...read.tasks.flatMap(({ dismissed }) => dismissed)].map(
        ({ finding, item }) => [finding, item?.text],
      ),
      [
        ['overdue', 'APP-4'],
        ['overdue', undefined],
      ],
    );
  });

  it('names every rule with its default, and no other', () => {
    const table = [...doc('plan-format').matchAll(/^\| `([a-z_]+)` \| `([^`]+)` \| /gm)];
    const rules = table.map(([, name = '', value = '']) => `${name}: ${value}`);
    assert.equal(rules.length, Object.keys(DEFAULT_RULES).length);
    const text = `---\nkey: APP\nrules: {${rules.join(', ')}}\n---\n`;
    const files = [{ path: 'plan/project.md', document: parseDocument(text, 'markdown') }];
    const read = nativeFormat.assemble({ root: '/repo', folder: 'plan', files, unreadable: [] });
    assert.deepEqual(read.problems, []);
    assert.deepEqual(read.settings.rules, DEFAULT_RULES);
    const names = table.map(([, name = '']) =>
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    assert.deepEqual(unique(names), unique(Object.keys(DEFAULT_RULES)));
  });

  it('names the bands of a risk with their scores', () => {
    const table = [...doc('figures').matchAll(/^\| (\w+) \| (\d+)–(\d+) \|/gm)];
    assert.deepEqual(
      table.map(([, band]) => band),
      RISK_BANDS,
    );
    for (const [, band, least, most] of table) {
      assert.deepEqual([bandOf(Number(least)), bandOf(Number(most))], [band, band]);
    }
  });

  it('names every setting with its default, and no other', () => {
    const table = [...doc('plan-format').matchAll(/^\| `(milepost\.[\w.]+)` \| `(.*?)` \|/gm)];
    assert.deepEqual(
      Object.fromEntries(table.map(([, name = '', value = '']) => [name, JSON.parse(value) as unknown])),
      Object.fromEntries(Object.entries(settings).map(([name, { default: value }]) => [name, value])),
    );
    const shown: unknown = JSON.parse(example('json', 'settings'));
    const all = [readme, ...docs].flatMap(({ text }) =>
      [...text.matchAll(/`(milepost\.[\w.]+)`/g)].map(([, name = '']) => name),
    );
    for (const name of [...all, ...Object.keys(shown ?? {})]) {
      assert.ok(name in settings, name);
    }
  });

  it('names every command of the command line and every option, and no other', () => {
    const commands = (text: string) =>
      unique([...text.matchAll(/^ *milepost ([a-z-]+)(?: |$)/gm)].map(([, name = '']) => name));
    const options = (text: string) => unique(text.match(/--[a-z][a-z-]*/g) ?? []);
    assert.equal(example('sh', 'usage'), CLI_COMMANDS.map(one => `${signature(one)}\n`).join(''));
    assert.deepEqual(commands(example('sh', 'usage')), unique(CLI_COMMANDS.map(({ name }) => name)));
    assert.deepEqual(commands(USAGE), unique(CLI_COMMANDS.map(({ name }) => name)));
    assert.deepEqual(options(doc('command-line')), options(USAGE));
  });

  it('names the fields that the command line can set, and no other', () => {
    const [, named = ''] = /^`set` knows these fields: (.*)$/m.exec(doc('command-line')) ?? [];
    const fields = [...named.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    assert.deepEqual([...fields].sort(), unique(SETTABLE_FIELDS.map(({ name }) => name)));
    for (const field of fields) {
      assert.doesNotThrow(() => readChange(`${field}=`), field);
    }
  });

  it('names the fields of the JSON that status prints', () => {
    const start = { line: 0, character: 0 };
    const range = { start, end: start };
    const problem: PlanProblem = {
      ...{ file: 'plan/project.md', severity: 'error', range },
      message: { code: 'conflict', args: [] },
    };
    const finding: Finding = {
      id: 'done-without-evidence',
      severity: 'info',
      subject: { kind: 'task', id: 'APP-2', uid: 'APP-2' },
      reasons: [],
    };
    const own = { ...nativePlan(), problems: [problem] };
    const facts = buildFacts({ plan: own, prefix: '', planFolders: ['plan/'], now: 0 });
    const printed = statusJson('/repo', [
      { facts: { ...facts, elsewhere: anElsewhere(own), findings: [finding] }, insight: insightOf(facts) },
    ]);
    assertNamed('status', printed);
  });

  it('names the fields of the JSON that baseline prints', () => {
    const now = nativePlan();
    const then: Plan = {
      ...now,
      tasks: now.tasks.slice(1).map(task => ({ ...task, status: '', due: '', estimate: undefined })),
      risks: now.risks.map(risk => ({ ...risk, score: 1 })),
    };
    const side = (one: Plan, today: string) => {
      const facts = buildFacts({ plan: one, prefix: '', planFolders: ['plan/'], now: 0, today });
      return { plan: one, progress: facts.progress, insight: insightOf(facts) };
    };
    const forth = baselineOf(side(then, '2026-11-02'), side(now, '2026-11-09'));
    const back = baselineOf(side(now, '2026-11-09'), side(then, '2026-11-16'));
    const printed = [forth, back].map(baseline => baselineJson('/repo', [{ plan: now, baseline }]));
    assertNamed('baseline', printed);
  });

  it('names the fields of the JSON that branches prints', () => {
    const facts = buildFacts({ plan: nativePlan(), prefix: '', planFolders: ['plan/'], now: 0 });
    const printed = branchesJson([{ facts, name: 'a', tasks: [], merged: false, commits: [], open: 0 }]);
    assertNamed('branches', printed);
  });
});
