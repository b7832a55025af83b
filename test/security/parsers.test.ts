import assert from 'node:assert/strict';
import { FORMATS } from '../../src/app/files/formats';
import { parseDocument } from '../../src/core/documents/parseDocument';
import { CatFileParser } from '../../src/git/catFileParser';
import { LogParser } from '../../src/git/logParser';
import { parseRefs } from '../../src/git/refs';
import { parseTree } from '../../src/git/parseTree';
import { HistoryBuilder } from '../support/historyBuilder';
import { factsFor } from '../support/panel/handMade';
import { aPlan } from '../support/planBuilder';
import { superlinear } from '../support/security/growth';

/** What a line, or a run of lines, is made of. */
const PUMPS = [
  ...'[]*-_ \t#:>`<&!|"\'{}~\\+=.,@$()/0a\0\r\u2028\ufeff',
  ...[
    '[ ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '- [ ] ',
    '- [x] APP-1 ',
    '# ',
    '![',
    '](',
    '[a](',
    '[a]: ',
    '**a',
    '_a ',
    '`a',
  ],
  ...['<a', '<!--', '&a ', '*a ', '{a: ', '[[', 'a: ', '? ', ': ', '| ', '"\\', '""', "''", '${', '%'],
  ...['APP-1 ', 'APP-1.', 'APP-', '@a ', '#a ', '!high ', 'after:APP-1,', 'est:1d/', 'due:', 'commit:a'],
  ...['<<<<<<< ', '=======', '>>>>>>> ', '---', '...', 'depends_on: ', '2026-01-01..', '**Depends on**: '],
];

/** How a pump becomes a file. */
const SHAPES: Readonly<Record<string, (pump: string) => { readonly head: string; readonly pump: string }>> = {
  'one line': pump => ({ head: '', pump }),
  lines: pump => ({ head: '', pump: `${pump}\n` }),
  'one line under Tasks': pump => ({ head: '---\nkey: APP\n---\n## Tasks\n- [ ] APP-1 ', pump }),
  tasks: pump => ({ head: '## Tasks\n', pump: `- [ ] ${pump}\n` }),
  'a value': pump => ({ head: '---\nid: APP-1\ntitle: ', pump }),
  'front matter': pump => ({ head: '---\nid: APP-1\n', pump: `${pump}\n` }),
  values: pump => ({ head: '---\nid: APP-1\n', pump: `a: ${pump}\n` }),
  'a list': pump => ({ head: '---\ndepends_on:\n', pump: `  - ${pump}\n` }),
};

const FILES: Readonly<Record<string, readonly [folder: string, path: string]>> = {
  milepost: ['plan', 'plan/milestones/a.md'],
  backlog: ['backlog', 'backlog/tasks/back-1.md'],
  'spec-kit': ['specs', 'specs/001-a/tasks.md'],
  openspec: ['openspec', 'openspec/changes/a/tasks.md'],
  gsd: ['.planning', '.planning/ROADMAP.md'],
  checklist: ['TODO.md', 'TODO.md'],
};

describe('a text that is hard to read and four times as long takes four times as long', () => {
  const found: string[] = [];
  const check = (what: string, pump: string, work: (text: string) => unknown): void => {
    const growth = superlinear(pump, work);
    if (growth !== undefined) found.push(`${what}, ${JSON.stringify(pump)}: ${growth.toFixed(1)}`);
  };
  beforeEach(() => found.splice(0));

  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`in a plan file: ${name}`, function () {
      this.timeout(300_000);
      for (const each of PUMPS) {
        const { head, pump } = shape(each);
        check(name, pump, text => parseDocument(head + text, 'markdown'));
        if (head === '') check(`${name}, YAML`, pump, text => parseDocument(text, 'yaml'));
      }
      assert.deepEqual(found, []);
    });
  }

  for (const { id, load } of FORMATS) {
    const [folder, path] = FILES[id] ?? ['', ''];
    it(`in a plan of ${id}`, async function () {
      this.timeout(300_000);
      const format = await load();
      for (const pump of [
        '- [ ] APP-1 x\n',
        '- [x] T001 [P] x\n',
        `- [ ] ${'a'.repeat(200)}\n`,
        '# a\n',
        '## Phase 1: a\n',
      ]) {
        check(id, pump, text =>
          format.assemble({
            root: '/r',
            folder,
            files: [{ path, document: parseDocument(`## Tasks\n${text}`, 'markdown') }],
            unreadable: [],
          }),
        );
      }
      assert.deepEqual(found, []);
    });
  }

  it('in the message of a commit, and in the name of a branch', function () {
    this.timeout(300_000);
    const plan = aPlan(['APP-1', 'APP-2'], { aliases: ['A'] });
    const more = [
      '_a',
      'a-',
      'APP-1/',
      'Closes APP-1, ',
      'Task: APP-1\n',
      '* APP-1\n',
      'https://a',
      '://',
      '(#1) ',
      'a ',
    ];
    for (const pump of [...PUMPS, ...more, ...PUMPS.map(each => `${each}\n`)]) {
      check('message', pump, text => {
        const git = new HistoryBuilder();
        git.commit(`APP-1 ${text}`);
        factsFor(plan, git.build());
      });
    }
    for (const pump of ['_a', '-', 'a-', 'APP-1/', 'APP-', '1.', 'APP-1-', '#', '.']) {
      check('branch', pump, text => {
        const git = new HistoryBuilder();
        git.commit('Start');
        git.checkout(`feature/${text}-APP-1`).commit('Work');
        factsFor(plan, git.build());
      });
    }
    assert.deepEqual(found, []);
  });

  it('in what git prints', function () {
    this.timeout(300_000);
    const quietly = (read: () => unknown): void => {
      try {
        read();
      } catch {
        // Garbage is refused; how long that takes is the question.
      }
    };
    for (const pump of ['\0', '\n', 'a', ' ', 'a\0', 'a\n', ':100644 ', 'refs/heads/a\0', '\0\0\n']) {
      const bytes = (text: string): Buffer => Buffer.from(text);
      check('log', pump, text =>
        quietly(() => {
          const parser = new LogParser(() => undefined);
          for (let at = 0; at < text.length; at += 1024) parser.push(bytes(text.slice(at, at + 1024)));
          parser.end();
        }),
      );
      check('refs', pump, text => quietly(() => parseRefs(bytes(text))));
      check('tree', pump, text => quietly(() => parseTree(bytes(text), 20)));
      check('cat-file', pump, text =>
        quietly(() => {
          const parser = new CatFileParser(() => undefined);
          for (let at = 0; at < text.length; at += 1024) parser.push(bytes(text.slice(at, at + 1024)));
        }),
      );
    }
    assert.deepEqual(found, []);
  });
});
