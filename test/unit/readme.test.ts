import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { USAGE } from '../../src/cli/usage';
import { compileIdMatcher } from '../../src/core/evidence/idMatcher';
import { EVIDENCE } from '../../src/core/evidence/link';
import { matchMessage } from '../../src/core/evidence/messageEvidence';
import { buildFacts } from '../../src/core/facts';
import { backlogFormat } from '../../src/core/formats/backlog/backlog';
import type { PlanFormat } from '../../src/core/formats/format';
import { nativeFormat } from '../../src/core/formats/native/native';
import { parseDocument } from '../../src/core/formats/parseDocument';
import { FINDINGS } from '../../src/core/insight/finding';
import type { Finding } from '../../src/core/insight/finding';
import { baselineOf } from '../../src/core/insight/baseline/baseline';
import type { Plan } from '../../src/core/plan/model';
import type { PlanProblem } from '../../src/core/plan/problem';
import { baselineJson } from '../../src/present/json/baselineJson';
import { statusJson } from '../../src/present/json/statusJson';
import { insightOf } from '../support/insightOf';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const manifest: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const settings = manifest.contributes.configuration.properties;

/** Fenced examples: their language, what follows it, and their text. */
const examples = [...readme.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)].map(
  ([, language = '', title = '', text = '']) => ({ language, title, text }),
);

function example(language: string, title: string): string {
  const found = examples.find(one => one.language === language && one.title === title);
  assert.ok(found, `no example ${language} ${title}`);
  return found.text;
}

function plan(format: PlanFormat, folder: string): Plan {
  const files = examples
    .filter(({ title }) => title.startsWith(`${folder}/`))
    .map(({ title, text }) => ({ path: title, document: parseDocument(text, 'markdown') }));
  assert.notEqual(files.length, 0);
  return format.assemble({ root: '/repo', folder, files, unreadable: [] });
}

function unique(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort();
}

function keysOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.flatMap(keysOf)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
      : [];
}

describe('README', () => {
  it('has no example that no test reads', () => {
    const read =
      /^(?:markdown (?:plan|backlog)\/\S.*|yaml overlay|gitcommit|json|sh|js (?:status|links|review|schedule|forecast|baseline))$/;
    const unread = examples.filter(({ language, title }) => !read.test(`${language} ${title}`.trim()));
    assert.deepEqual(unread, []);
    assert.equal((readme.match(/^```/gm) ?? []).length, 2 * examples.length);
  });

  it('shows a native plan without problems, with every item it writes about', () => {
    const { problems, milestones, tasks, risks, settings: own } = plan(nativeFormat, 'plan');
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
      assert.ok(readme.includes(name), name);
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
    const { problems, tasks } = plan(backlogFormat, 'backlog');
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
    const own = plan(nativeFormat, 'plan');
    const { mentions } = matchMessage(example('gitcommit', ''), compileIdMatcher(own), own.settings.rules);
    assert.deepEqual(
      mentions.map(({ task, evidence }) => `${evidence} ${task}`),
      ['closes APP-4', 'trailer APP-3'],
    );
  });

  it('names every kind of evidence', () => {
    const named = [...readme.matchAll(/^\| `(\w+)` \| .* \| (?:work|mention)/gm)].map(([, kind]) => kind);
    assert.deepEqual(named, EVIDENCE);
  });

  it('names every finding', () => {
    const from = readme.indexOf('\nAbout dates:') + 1;
    const named = [...readme.slice(from, readme.indexOf('\n', from)).matchAll(/`([\w-]+)`/g)];
    assert.deepEqual(unique(named.map(([, code = '']) => code)), unique(Object.keys(FINDINGS)));
  });

  it('names every setting with its default, and no other', () => {
    const table = [...readme.matchAll(/^\| `(milepost\.[\w.]+)` \| `(.*?)` \|/gm)];
    assert.deepEqual(
      Object.fromEntries(table.map(([, name = '', value = '']) => [name, JSON.parse(value) as unknown])),
      Object.fromEntries(Object.entries(settings).map(([name, { default: value }]) => [name, value])),
    );
    const shown: unknown = JSON.parse(example('json', ''));
    const all = [...readme.matchAll(/`(milepost\.[\w.]+)`/g)].map(([, name = '']) => name);
    for (const name of [...all, ...Object.keys(shown ?? {})]) {
      assert.ok(name in settings, name);
    }
  });

  it('names every command of the command line and every option, and no other', () => {
    const commands = (text: string) =>
      unique([...text.matchAll(/^ *milepost ([a-z]+) /gm)].map(([, name = '']) => name));
    const options = (text: string) => unique(text.match(/--[a-z][a-z-]*/g) ?? []);
    assert.deepEqual(commands(example('sh', '')), commands(USAGE));
    const commandLine = readme.slice(readme.indexOf('## Command line'), readme.indexOf('## Backlog.md'));
    assert.deepEqual(options(commandLine), options(USAGE));
  });

  it('names the fields of the JSON that status prints', () => {
    const start = { line: 0, character: 0 };
    const problem: PlanProblem = {
      file: 'plan/project.md',
      severity: 'error',
      range: { start, end: start },
      message: { code: 'conflict', args: [] },
    };
    const finding: Finding = {
      id: 'done-without-evidence',
      severity: 'info',
      subject: { kind: 'task', id: 'APP-2', uid: 'APP-2' },
      reasons: [],
    };
    const own = { ...plan(nativeFormat, 'plan'), problems: [problem] };
    const facts = buildFacts({ plan: own, prefix: '', planFolders: ['plan/'], now: 0 });
    const printed = statusJson('/repo', [
      { facts: { ...facts, findings: [finding] }, insight: insightOf(facts) },
    ]);
    const named = example('js', 'status').match(/\w+/g) ?? [];
    assert.deepEqual(unique(named), unique(keysOf(printed)));
  });

  it('names the fields of the JSON that baseline prints', () => {
    const now = plan(nativeFormat, 'plan');
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
    const named = example('js', 'baseline').match(/\w+/g) ?? [];
    assert.deepEqual(unique(named), unique(keysOf(printed)));
  });

  it('names scripts and pictures that exist', () => {
    for (const [, script = ''] of readme.matchAll(/`npm (?:run )?([a-z:]+)/g)) {
      assert.ok(script in manifest.scripts, script);
    }
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    assert.ok(links.length > 5);
    for (const target of links) {
      assert.ok(existsSync(join(root, target)), target);
    }
  });
});
