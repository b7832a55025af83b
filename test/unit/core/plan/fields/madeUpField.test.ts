import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { readChange } from '../../../../../src/cli/readChange';
import type { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { buildFacts } from '../../../../../src/core/facts';
import type { applyOverlay } from '../../../../../src/core/formats/applyOverlay';
import type { editNative } from '../../../../../src/core/formats/native/editNative';
import type { nativeFormat } from '../../../../../src/core/formats/native/native';
import type { applyEdits } from '../../../../../src/core/base/text';
import type { refuseField } from '../../../../../src/core/documents/edit/refusal';
import type { mergedPlan } from '../../../../../src/core/insight/effect/mergedPlan';
import type { withTrial } from '../../../../../src/core/insight/effect/trial';
import type { diffPlans } from '../../../../../src/core/insight/review/planChanges';
import type { Plan } from '../../../../../src/core/plan/model';
import type { statusJson } from '../../../../../src/present/json/statusJson';

const ROOT = resolve(import.meta.dirname, '../../../../..');
const TABLE = join(ROOT, 'src/core/plan/fields/fields.ts');
const LINE =
  "    { name: 'reviewer', kind: TEXT, property: 'reviewer', inline: 'rev', overlay: true, dates: true },\n";

/** What the product runs, with one more line in its table of fields. */
interface Product {
  readonly readChange: typeof readChange;
  readonly parseDocument: typeof parseDocument;
  readonly buildFacts: typeof buildFacts;
  readonly applyOverlay: typeof applyOverlay;
  readonly editNative: typeof editNative;
  readonly nativeFormat: typeof nativeFormat;
  readonly applyEdits: typeof applyEdits;
  readonly diffPlans: typeof diffPlans;
  readonly mergedPlan: typeof mergedPlan;
  readonly withTrial: typeof withTrial;
  readonly refuseField: typeof refuseField;
  readonly statusJson: typeof statusJson;
}

const FILES = {
  'plan/project.md': '---\nkey: APP\n---\n',
  'plan/tasks/a.md': '---\nid: APP-1\nstatus: To do\n---\n# One\n',
  'plan/milestones/m.md': '---\nid: M\n---\n# M\n\n## Tasks\n\n- [ ] APP-2 Two\n',
};

describe('a field of tasks that is one line in the table of fields', () => {
  let dir: string;
  let product: Product;
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'milepost-field-'));
    const from = (path: string, ...names: string[]) => `export { ${names.join(', ')} } from './src/${path}';`;
    await build({
      stdin: {
        contents: [
          from('cli/readChange', 'readChange'),
          from('core/documents/parseDocument', 'parseDocument'),
          from('core/facts', 'buildFacts'),
          from('core/formats/applyOverlay', 'applyOverlay'),
          from('core/formats/native/editNative', 'editNative'),
          from('core/formats/native/native', 'nativeFormat'),
          from('core/base/text', 'applyEdits'),
          from('core/insight/review/planChanges', 'diffPlans'),
          from('core/insight/effect/mergedPlan', 'mergedPlan'),
          from('core/insight/effect/trial', 'withTrial'),
          from('core/documents/edit/refusal', 'refuseField'),
          from('present/json/statusJson', 'statusJson'),
        ].join('\n'),
        resolveDir: ROOT,
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
      outfile: join(dir, 'product.cjs'),
      plugins: [
        {
          name: 'one line more',
          setup: ({ onLoad }) =>
            onLoad({ filter: /plan[\\/]fields[\\/]fields\.ts$/ }, () => ({
              contents: readFileSync(TABLE, 'utf8').replace(/(?= *\/\*\* Why it is blocked)/, LINE),
              loader: 'ts',
            })),
        },
      ],
    });
    product = createRequire(import.meta.url)(join(dir, 'product.cjs')) as Product;
  });
  after(() => rmSync(dir, { recursive: true }));

  function planOf(files: Readonly<Record<string, string>>): Plan {
    return product.nativeFormat.assemble({
      root: '/repo',
      folder: 'plan',
      files: Object.entries(files).map(([path, text]) => ({
        path,
        document: product.parseDocument(text, 'markdown'),
      })),
      unreadable: [],
    });
  }

  const reviewerOf = (plan: Plan, id: string): unknown =>
    Reflect.get(plan.tasks.find(task => task.id === id) ?? {}, 'reviewer');

  /** The file's text once the field has been set as the command line reads it. */
  function set(path: keyof typeof FILES, id: string, line: number, change: string): string {
    const text = FILES[path];
    const result = product.editNative(text, { kind: 'task', id, line }, product.readChange(change), {
      plan: planOf(FILES),
      path,
      now: 0,
    });
    assert.ok(result.ok, JSON.stringify(result));
    return product.applyEdits(text, result.edits);
  }

  it('is set in a file and in a line, and read again', () => {
    const file = set('plan/tasks/a.md', 'APP-1', 1, 'reviewer=@li');
    assert.equal(file, "---\nid: APP-1\nstatus: To do\nreviewer: '@li'\n---\n# One\n");
    const line = set('plan/milestones/m.md', 'APP-2', 7, 'reviewer=Li');
    assert.equal(line, `${FILES['plan/milestones/m.md'].trimEnd()} rev:Li\n`);
    const plan = planOf({ ...FILES, 'plan/tasks/a.md': file, 'plan/milestones/m.md': line });
    assert.deepEqual([reviewerOf(plan, 'APP-1'), reviewerOf(plan, 'APP-2')], ['@li', 'Li']);
    assert.equal(plan.tasks.find(({ id }) => id === 'APP-2')?.title, 'Two');
  });

  it('is shown, and compared', () => {
    const after = planOf({ ...FILES, 'plan/tasks/a.md': '---\nid: APP-1\nreviewer: Li\n---\n# One\n' });
    const changes = product.diffPlans(planOf(FILES), after);
    assert.deepEqual(
      changes.map(({ id, field, from, to }) => [id, field, from, to]),
      [['APP-1', 'reviewer', '', 'Li']],
    );
    const facts = product.buildFacts({ plan: after, prefix: '', planFolders: ['plan/'], now: 0 });
    const json = JSON.parse(JSON.stringify(product.statusJson('/repo', [{ facts, insight: undefined }])));
    assert.equal(json.plans[0].tasks.find(({ id }: { id: string }) => id === 'APP-1').reviewer, 'Li');
  });

  it('is merged from a branch, and tried alone', () => {
    const head = planOf({ ...FILES, 'plan/tasks/a.md': '---\nid: APP-1\nreviewer: Li\n---\n# One\n' });
    const onto = planOf({ ...FILES, 'plan/tasks/a.md': '---\nid: APP-1\ndue: 2026-12-02\n---\n# One\n' });
    const merged = product.mergedPlan(onto, planOf(FILES), head);
    const due = merged.tasks.find(({ id }) => id === 'APP-1')?.due;
    assert.deepEqual([reviewerOf(merged, 'APP-1'), due], ['Li', '2026-12-02']);
    const item = head.tasks.find(({ id }) => id === 'APP-1');
    assert.ok(item);
    const tried = product.withTrial(onto, { item, isThere: true, field: 'reviewer' });
    assert.equal(reviewerOf(tried, 'APP-1'), 'Li');
  });

  it('is refused for files of another tool, with the way to write it in an overlay', () => {
    assert.deepEqual(product.refuseField('reviewer', 'Backlog.md', 'backlog'), {
      ok: false,
      refusal: { code: 'field-in-overlay', args: ['reviewer', 'Backlog.md', 'backlog'] },
    });
  });

  it('is merged from an overlay, where the task itself does not say it', () => {
    const project = '---\nfor: other\ntasks: {APP-1: {reviewer: Li}, APP-2: {reviewer: Li}}\n---\n';
    const overlay = product.nativeFormat.overlay?.({
      root: '/repo',
      folder: 'more',
      files: [{ path: 'more/project.md', document: product.parseDocument(project, 'markdown') }],
      unreadable: [],
    });
    assert.ok(overlay);
    const own = planOf({ ...FILES, 'plan/tasks/a.md': '---\nid: APP-1\nreviewer: Ana\n---\n' });
    const plan = product.applyOverlay(own, overlay);
    assert.deepEqual([reviewerOf(plan, 'APP-1'), reviewerOf(plan, 'APP-2')], ['Ana', 'Li']);
  });
});
