import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FORMATS } from '../../src/app/files/formats';
import { CLI_COMMANDS } from '../../src/cli/commands';
import { done } from '../../src/cli/command';
import { parse } from '../../src/cli/parse';
import { usage } from '../../src/cli/usage';
import { assembleBoxes } from '../../src/core/formats/boxes/assembleBoxes';
import { editBoxes } from '../../src/core/formats/boxes/editBoxes';
import type { PlanFormat, Recogniser } from '../../src/core/formats/format';
import { readFeature } from '../../src/core/formats/specKit/readFeature';
import { assess, FINDING_RULES, type FindingRule } from '../../src/core/insight/findings/assessment';
import { openPlan } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';
import { aPlan, aTask } from '../support/planBuilder';
import { figuresOf } from '../support/planFigures';

const ROOT = resolve(import.meta.dirname, '../..');

/** Puts one thing more into a list of the product while something is tried. */
async function withOneMore<T>(list: readonly T[], one: T, attempt: () => unknown): Promise<void> {
  const open = list as T[];
  open.push(one);
  try {
    await attempt();
  } finally {
    open.pop();
  }
}

describe('a socket takes, with one entry in its list', () => {
  it('a format: its plans are found, read and edited', async () => {
    const repo = GitRepo.create();
    repo.write('lists/one/tasks.md', '# Tasks\n\n## Phase 1\n\n- [ ] T001 First\n');
    const recogniser: Recogniser = {
      id: 'made-up',
      folders: () => ['lists'],
      owns: path => path.endsWith('/tasks.md'),
    };
    const format: PlanFormat = {
      assemble: input => assembleBoxes(input, 'made-up', readFeature),
      isPlan: () => true,
      writing: () =>
        Promise.resolve({
          edit: (text, target, change, context) =>
            editBoxes(text, target, change, context, 'made-up', readFeature),
        }),
    };
    await withOneMore(FORMATS, { ...recogniser, load: async () => format }, async () => {
      const { store } = await openPlan(repo.dir);
      const [facts] = store.snapshot.plans;
      assert.deepEqual([facts?.plan.format, facts?.plan.tasks.length], ['made-up', 1]);
      const [task] = facts?.plan.tasks ?? [];
      const plan = facts?.plan.uid ?? '';
      const item = { plan, kind: 'task', uid: task?.uid ?? '' } as const;
      const changes = [{ kind: 'set', field: 'status', value: 'Done' }] as const;
      const outcome = await store.planEdit(plan, [{ item, changes }]);
      assert.ok(outcome.ok && outcome.edit.files.length === 1 && outcome.edit.files[0]?.edits.length === 1);
      store.dispose();
    });
    repo.dispose();
  });

  it('a rule: its findings are told', async () => {
    const plan = aPlan([aTask('T-1')]);
    const input = { ...figuresOf(plan), overloads: [] };
    const [item] = plan.tasks;
    assert.ok(item);
    const rule: FindingRule = () => [
      { item, id: 'no-owner', severity: 'info', reasons: [{ code: 'no-owner', args: [] }] },
    ];
    const before = assess(input).findings.length;
    await withOneMore(FINDING_RULES, rule, () => {
      assert.equal(assess(input).findings.length, before + 1);
    });
  });

  it('a verb in the command line: it is parsed, and stands in the usage', async () => {
    const command = {
      name: 'count',
      arguments: ['[ID]'],
      options: ['json'],
      help: () => 'how many tasks there are',
      run: async () => done(['1']),
    } as const;
    await withOneMore(CLI_COMMANDS, command, async () => {
      const parsed = parse(['count', 'APP-1', '--json']);
      assert.ok(parsed.kind === 'command');
      assert.deepEqual((await parsed.command.run(parsed.invocation)).lines, ['1']);
      assert.match(usage().join('\n'), /^ {2}milepost count \[ID\] \[--json\] +how many tasks there are$/m);
      assert.throws(() => parse(['count', 'APP-1', 'APP-2']));
    });
  });
});

describe('the formats in the manifest', () => {
  it('are those that there are', () => {
    const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
    const [, names = ''] = /"format": \{\s*"type": "string",\s*"enum": \[([^\]]*)\]/.exec(manifest) ?? [];
    assert.deepEqual(
      [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => name),
      FORMATS.map(({ id }) => id),
    );
  });

  it('wake the extension where one of their plans is found by its place, and nothing else does', () => {
    const { activationEvents }: { readonly activationEvents: readonly string[] } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const paths = activationEvents.flatMap(event => /^workspaceContains:(.+)$/.exec(event)?.[1] ?? []);
    const foundBy = ({ rootConfig, folders, owns, configures }: Recogniser) =>
      paths.filter(path => {
        const example = path.replaceAll('**', 'some').replaceAll('*', 'some');
        return (
          path === rootConfig ||
          folders(undefined).some(folder => {
            const inside = example.startsWith(`${folder}/`) ? example.slice(folder.length + 1) : undefined;
            return inside !== undefined && (owns(inside) || configures?.(inside) === true);
          })
        );
      });
    for (const format of FORMATS.filter(({ folders }) => folders(undefined).length > 0)) {
      assert.notDeepEqual(foundBy(format), [], format.id);
    }
    assert.deepEqual([...new Set(FORMATS.flatMap(foundBy))].sort(), [...paths].sort());
  });

  it('name their usual folders in the setting that names plans', () => {
    const names: Readonly<Record<string, string>> = JSON.parse(
      readFileSync(join(ROOT, 'package.nls.json'), 'utf8'),
    );
    const [, listed = ''] = /folders \(([^)]*)\)/.exec(names['setting.plans'] ?? '') ?? [];
    assert.deepEqual(
      [...listed.matchAll(/`([^`]+)`/g)].map(([, folder]) => folder).sort(),
      FORMATS.flatMap(({ folders }) => folders(undefined)).sort(),
    );
  });
});
