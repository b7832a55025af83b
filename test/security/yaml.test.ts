import assert from 'node:assert/strict';
import type { PlanDocument, Value } from '../../src/core/documents/document';
import { parseDocument } from '../../src/core/documents/parseDocument';
import { statusJson } from '../../src/present/json/statusJson';
import { milestoneRows } from '../../src/present/rows/milestoneRows';
import { DEFAULT_OPTIONS } from '../../src/shared/milestoneOptions';
import { factsFor, snapshotOf } from '../support/panel/handMade';
import { insightOf } from '../support/insightOf';
import { rowLines } from '../support/rowText';
import { planOf } from '../support/security/nativePlan';

/** Names of what every object inherits. */
const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
];

/** What a reader of the whole document meets, counted. */
function sizeOf(document: PlanDocument): number {
  const size = (value: Value): number =>
    value.kind === 'scalar'
      ? 1 + value.text.length
      : (value.kind === 'list' ? value.items : value.fields.map(field => field.value)).reduce(
          (sum, each) => sum + size(each),
          1,
        );
  return document.fields.reduce((sum, { value }) => sum + size(value), 0);
}

describe('YAML of a stranger', () => {
  const before = new Map(
    Object.getOwnPropertyNames(Object.prototype).map(name => [name, Object.prototype[name as never]]),
  );

  afterEach('leaves what objects inherit as it was', () => {
    const after = Object.getOwnPropertyNames(Object.prototype);
    assert.deepEqual(after.sort(), [...before.keys()].sort());
    for (const [name, value] of before) {
      if (name !== '__proto__') assert.equal(Object.prototype[name as never], value, name);
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  for (const name of INHERITED) {
    it(`with the key ${name}, in every place that takes a map`, () => {
      const text = `---\nkey: APP\n${name}: {polluted: 1}\nrules: {${name}: {polluted: 1}, stale: 5d}\nresources: {${name}: 2}\ntasks: {${name}: {estimate: 1d, ${name}: {polluted: 1}}}\ncalendar:\n  ${name}:\n    polluted: 1\npeople:\n  - {id: '@a', ${name}: {polluted: 1}}\nstatuses:\n  - {name: ${name}, category: open, ${name}: {polluted: 1}}\n---\n`;
      const { fields } = parseDocument(text, 'markdown');
      assert.deepEqual(
        fields.map(({ key }) => key),
        ['key', name, 'rules', 'resources', 'tasks', 'calendar', 'people', 'statuses'],
      );
      const plan = planOf({ 'plan/project.md': text, 'plan/tasks/a.md': '---\nid: APP-1\n---\n' });
      assert.deepEqual(
        plan.tasks.map(({ id }) => id),
        ['APP-1'],
      );
      assert.equal(plan.settings.prefix, 'APP');
    });

    it(`with ${name} for every value`, () => {
      const plan = planOf({
        'plan/project.md': `---\nkey: ${name}\nname: ${name}\naliases: [${name}]\n---\n`,
        'plan/milestones/m.md': `---\nid: ${name}\nowner: ${name}\nstatus: ${name}\nhealth: ${name}\n---\n## Tasks\n- [ ] ${name}-1 x @${name} #${name} needs:${name} after:${name}\n- [ ] APP-7 y status:${name}\n`,
        'plan/tasks/t.md': `---\nid: APP-2\nstatus: ${name}\nmilestone: ${name}\nparent: ${name}\nassignee: ${name}\npriority: ${name}\nlabels: [${name}]\ndepends_on: [${name}]\nneeds: [${name}]\nlinks: [${name}]\ndismissed: [{finding: ${name}, reason: ${name}}]\n---\n`,
        'plan/risks/r.md': `---\nid: R-1\nstatus: ${name}\nresponse: ${name}\nowner: ${name}\ntasks: [${name}]\nmilestone: ${name}\n---\n`,
      });
      const facts = factsFor(plan);
      const planJson = statusJson('/repo', [{ facts, insight: insightOf(facts) }]);
      assert.ok(planJson);
      const lines = rowLines(milestoneRows(snapshotOf(facts), { ...DEFAULT_OPTIONS, showDone: true }), 5);
      assert.ok(!lines.join('\n').includes('function'), lines.join('\n'));
      assert.ok(!JSON.stringify(planJson).includes('[native code]'));
    });
  }

  it('with aliases that multiply: no alias is followed', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    const inOne = `bomb:\n  ${levels.join('\n  ')}`;
    for (const yaml of [levels.join('\n'), inOne, `{${levels.join(', ')}}`]) {
      const document = parseDocument(`---\nid: APP-1\n${yaml}\n---\n`, 'markdown');
      assert.ok(sizeOf(document) < 4 * yaml.length, `${sizeOf(document)}`);
      assert.equal(parseDocument(yaml, 'yaml').conflict, false);
    }
    const merged = parseDocument('---\nid: APP-1\nbase: &b {title: stolen}\n<<: *b\n---\n', 'markdown');
    assert.ok(!merged.fields.some(({ key }) => key === 'title'));
  });

  it('nested as deeply as it likes: read or refused, and what stands beside it is read', () => {
    const deep = [
      '['.repeat(100_000),
      '{a: '.repeat(100_000),
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      '- '.repeat(100_000),
      '? '.repeat(100_000),
      '&a '.repeat(100_000),
      '!!a '.repeat(50_000),
      '"'.repeat(100_001),
      `\n${Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}`,
      `\n${Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth + 1)}-`).join('\n')}`,
    ];
    for (const value of deep) {
      const { fields } = parseDocument(`---\nid: APP-1\nnested: ${value}\ntitle: Here\n---\n`, 'markdown');
      const scalars = fields.flatMap(({ key, value: found }) =>
        found.kind === 'scalar' ? [[key, found.text]] : [],
      );
      assert.deepEqual(
        scalars.filter(([key]) => key === 'id'),
        [['id', 'APP-1']],
        value.slice(0, 20),
      );
      parseDocument(value, 'yaml');
    }
  });

  it('with tags: no type is made of any', () => {
    const text =
      '---\nid: !!js/function "() => 1"\ntitle: !!binary aGk=\ndue: !!timestamp 2026-01-01\nwhen: !!set {a, b}\n---\n';
    for (const { value } of parseDocument(text, 'markdown').fields) {
      assert.ok(['scalar', 'list', 'map'].includes(value.kind));
      assert.ok(value.kind !== 'scalar' || typeof value.text === 'string');
    }
  });
});
