import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Row } from '../../src/present/row';
import { csvText } from '../../src/present/exports/csv';
import { EXPORTS } from '../../src/present/exports/exports';
import { statusBarModel } from '../../src/present/statusBar';
import { say } from '../../src/words/say';
import type { Store } from '../../src/app/store';
import type { Engine } from '../../src/vscode/loadEngine';
import type * as Tooltip from '../../src/vscode/trees/tooltipMarkdown';
import { openPlan } from '../support/faults/openPlan';
import type { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';
import { loadWith, MarkdownString } from '../support/security/editorStandIn';
import { everyModel, everyReport, everyRow, withInsight } from '../support/security/everythingShown';
import { HOSTILE, MARK, hostileRepo } from '../support/security/hostileRepo';

/** Characters that move the cursor, colour, ring, or turn what follows around. */
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** As many renderers as there are where text is pasted: HTML on, and the tables and strikes of GitHub. */
const everything = new MarkdownIt('default', { html: true, linkify: false });

describe('text of a hostile repository', () => {
  let repo: GitRepo;
  let store: Store;
  before(async () => {
    repo = hostileRepo();
    ({ store } = await openPlan(repo.dir));
    assert.ok(store.snapshot.repos[0]?.history, 'git has answered');
  });
  after(() => {
    store.dispose();
    repo.dispose();
  });

  /** What a Markdown renderer makes of it beside text: tags of HTML, links, images, code, headings, tables. */
  function markupOf(markdown: string): readonly string[] {
    const tokens = everything.parse(markdown, {}).flatMap(token => [token, ...(token.children ?? [])]);
    return [
      ...new Set(tokens.map(({ type, attrs }) => [type, attrs?.[0]?.[1]].filter(Boolean).join(' '))),
    ].sort();
  }

  it('stands in trees and status bar as text that steers nothing', async () => {
    const rows = await everyRow(store);
    const bar = statusBarModel(await withInsight(store));
    assert.ok(bar);
    const said = [
      ...rows.flatMap(({ label, description = '', accessibility }) => [label, description, accessibility]),
      bar.text,
      bar.accessibility,
    ].map(say);
    assert.ok(said.filter(text => text.includes(MARK)).length > 50, `${said.length} texts`);
    assert.deepEqual(
      said.filter(text => STEERING.test(text)),
      [],
    );
  });

  it('stands in tooltips as text: no link, image, HTML or icon', async () => {
    const { tooltipMarkdown } = loadWith<typeof Tooltip>('trees/tooltipMarkdown', { MarkdownString });
    const bar = statusBarModel(await withInsight(store));
    const rows = await everyRow(store);
    const tooltips = [...rows.map((row: Row) => row.tooltip?.() ?? []), bar?.tooltip ?? []];
    const found = new Set<string>();
    let marked = 0;
    for (const parts of tooltips) {
      const made = tooltipMarkdown({ say } as Engine, parts);
      assert.deepEqual(
        [made.isTrusted, made.supportHtml, made.supportThemeIcons],
        [undefined, undefined, undefined],
      );
      assert.ok(!STEERING.test(made.value), made.value);
      markupOf(made.value).forEach(type => found.add(type));
      marked += made.value.includes(MARK) ? 1 : 0;
    }
    assert.ok(marked > 20, `${marked}`);
    const ours = ['paragraph', 'bullet_list', 'list_item', 'strong'].flatMap(name => [
      `${name}_close`,
      `${name}_open`,
    ]);
    assert.deepEqual(
      [...found].filter(type => !ours.includes(type)).sort(),
      ['inline', 'softbreak', 'text', 'text_special'].filter(type => found.has(type)),
    );
  });

  it('stands in the copied status as text: no link but to files of the plan, no image, no HTML', async () => {
    const reports = await everyReport(store);
    for (const report of reports) {
      assert.ok(report.includes(MARK) && !STEERING.test(report), report);
      const odd = markupOf(report).filter(
        type =>
          !/^(?:paragraph|bullet_list|list_item|strong)_(?:open|close)$|^(?:inline|softbreak|text|text_special)$|^link_close$|^link_open plan\//.test(
            type,
          ),
      );
      assert.deepEqual(odd, [], report);
    }
  });

  it('is no formula in a table that is copied, and no cell or line too many', async () => {
    const tables: string[] = [];
    for (const model of (await everyModel(store)).values()) {
      if (model.kind === 'plan') {
        const { content } = model;
        tables.push(
          ...EXPORTS.flatMap(one => one.formats.flatMap(format => one.make(content, format) ?? [])),
        );
      }
    }
    assert.ok(tables.filter(text => text.includes(MARK)).length >= 3, `${tables.length} tables`);
    for (const table of tables) {
      if (table.startsWith('|')) {
        const widths = table.split('\n').map(line => line.replace(/\\./g, '').split('|').length);
        assert.equal(new Set(widths).size, 1, table);
        const odd = markupOf(table).filter(
          type =>
            !/^(?:table|thead|tbody|tr|th|td)_(?:open|close)$|^(?:inline|text|text_special)$/.test(type),
        );
        assert.deepEqual(odd, [], table);
      } else if (table.startsWith('gantt')) {
        const [, ...lines] = table.split('\n');
        const isLine =
          /^ {4}(?:(?:section|dateFormat|axisFormat) [^:<>]+|inclusiveEndDates|[^:<>]+ :[^:<>]+)$/;
        assert.deepEqual(
          lines.filter(line => !isLine.test(line)),
          [],
        );
      } else {
        const cells = cellsOf(table);
        assert.equal(new Set(cells.map(row => row.length)).size, 1, table);
        const formulas = cells.flat().filter(cell => /^[=+@\t\r\n]|^-(?![\d.]+$)/.test(cell));
        assert.deepEqual(formulas, []);
      }
    }
  });

  for (const first of ['=', '+', '-', '@', '\t', '\r', '\n']) {
    it(`is no formula in a cell that begins with ${JSON.stringify(first)}`, () => {
      assert.deepEqual(cellsOf(csvText(['a', 'b'], [[`${first}1`, 'x"y,']])), [
        ['a', 'b'],
        [`'${first}1`, 'x"y,'],
      ]);
    });
  }

  const COMMANDS = [
    ['status'],
    ['links'],
    ['branches'],
    ['check'],
    ['review'],
    ['schedule'],
    ['forecast'],
    ['export', 'timeline'],
    ['export', 'risks', '--as', 'csv'],
    ['export', HOSTILE],
    ['export', 'risks', '--as', HOSTILE],
    ['export', 'risks', '--out', `${HOSTILE.replaceAll('/', '')}/x`],
    ['set', 'APP-3', 'due=2026-02-02', '--dry-run'],
    ['set', 'APP-1', `title=${HOSTILE.replace(/[\r\n]/g, ' ')}`, '--dry-run'],
    ['set', 'APP-1', `milestone=${HOSTILE}`],
    ['link', 'APP-4', 'HEAD~1', '--dry-run'],
    ['set', HOSTILE, 'status=Done'],
    ['status', '--ref', HOSTILE],
    [HOSTILE],
    [`--${HOSTILE}`],
    ['status', '--root', `${HOSTILE.replaceAll('/', '')}`],
  ];
  for (const args of COMMANDS) {
    it(`steers no terminal and begins no line: ${JSON.stringify(args.join(' ')).slice(0, 40)}`, async () => {
      const { out, err } = await runCli(repo.dir, ...args);
      const lines = `${out}${err}`.split('\n');
      assert.ok(lines.length > 1);
      assert.deepEqual(
        lines.filter(line => STEERING.test(line) || new RegExp(`^(?:- \\[ \\] APP-99|# ${MARK})`).test(line)),
        [],
      );
    });
  }

  for (const command of ['status', 'links', 'branches', 'review', 'schedule', 'forecast']) {
    it(`is whole in JSON, where the characters that steer are escaped: ${command}`, async () => {
      const { code, out, err } = await runCli(repo.dir, command, '--json');
      assert.equal(code, 0, err);
      assert.ok(!STEERING.test(out.replaceAll('\n', '')), command);
      const value: unknown = JSON.parse(out);
      if (command === 'status')
        assert.ok(JSON.stringify(value).includes(JSON.stringify(HOSTILE).slice(1, -1)));
    });
  }
});

/** The cells of comma-separated values, as a spreadsheet reads them (RFC 4180). */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replace(/""/g, '"') ?? plain ?? '');
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
