import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit } from '../../../src/core/evidence/graph/history';
import { isGitFailure } from '../../../src/git/gitFailure';
import { LogParser } from '../../../src/git/logParser';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const C = 'c'.repeat(40);
const NONE = '0'.repeat(40);

/** As git prints a commit with `-z --raw`: header fields, an empty piece, and the changes. */
function printed(
  hash: string,
  parents: string,
  message: string | Buffer,
  changes: readonly (readonly [raw: string, path: string | Buffer])[] = [],
): Buffer {
  const zero = Buffer.from([0]);
  const pieces: (string | Buffer)[] = [
    hash,
    parents,
    'Ana',
    'ana@example.org',
    '1700000000',
    '1700000001',
    message,
    '',
  ];
  changes.forEach(([raw, path], index) => pieces.push(index === 0 ? `\n${raw}` : raw, path));
  return Buffer.concat(pieces.flatMap(piece => [Buffer.from(piece), zero]));
}

function parse(bytes: Buffer, chunkSize = bytes.length || 1): Commit[] {
  const commits: Commit[] = [];
  const parser = new LogParser(commit => commits.push(commit));
  for (let at = 0; at < bytes.length; at += chunkSize) parser.push(bytes.subarray(at, at + chunkSize));
  parser.end();
  return commits;
}

describe('LogParser', () => {
  it('reads root, empty and merge commits', () => {
    const commits = parse(
      Buffer.concat([
        printed(C, `${B} ${A}`, "Merge branch 'x'\n", [[`:000000 100644 ${NONE} ${A} A`, 's.md']]),
        printed(B, A, 'No files\n'),
        printed(A, '', ''),
      ]),
    );
    assert.deepEqual(
      commits.map(({ hash, parents, message, files }) => ({ hash, parents, message, files })),
      [
        {
          hash: C,
          parents: [B, A],
          message: "Merge branch 'x'",
          files: [{ path: 's.md', status: 'A', before: NONE, after: A }],
        },
        { hash: B, parents: [A], message: 'No files', files: [] },
        { hash: A, parents: [], message: '', files: [] },
      ],
    );
    assert.deepEqual([commits[0]?.authorTime, commits[0]?.commitTime], [1_700_000_000, 1_700_000_001]);
  });

  it('reads changes of type, submodules and paths of every kind', () => {
    const paths = ['line\nbreak', 'quo"te', 'ümlaut', ':colon', 'a b', A];
    const [commit] = parse(
      printed(A, '', 'x', [
        [`:100644 120000 ${A} ${B} T`, 'link'],
        [`:160000 160000 ${A} ${B} M`, 'sub'],
        ...paths.map(path => [`:100644 000000 ${A} ${NONE} D`, path] as const),
      ]),
    );
    assert.deepEqual(
      commit?.files.map(file => file.status + file.path),
      ['Tlink', 'Msub', ...paths.map(path => `D${path}`)],
    );
  });

  it('takes messages that look like its own format for messages', () => {
    const messages = [`:100644 100644 ${A} ${B} M`, A, '\n\nlate', '\x01\x1f', 'a\r\nb'];
    const bytes = Buffer.concat(messages.map(message => printed(A, '', message)));
    assert.deepEqual(
      parse(bytes).map(commit => commit.message),
      messages,
    );
  });

  it('replaces invalid UTF-8', () => {
    const bytes = printed(A, '', Buffer.from([0x61, 0xff, 0x62]), [
      [`:100644 100644 ${A} ${B} M`, Buffer.from([0xc3])],
    ]);
    const [commit] = parse(bytes);
    assert.equal(commit?.message, 'a\ufffdb');
    assert.equal(commit?.files[0]?.path, '\ufffd');
  });

  it('reads SHA-256 names', () => {
    const long = 'd'.repeat(64);
    const [commit] = parse(printed(long, long, 'x', [[`:100644 100644 ${long} ${long} M`, 'f.yml']]));
    assert.deepEqual(commit?.files, [{ path: 'f.yml', status: 'M', before: long, after: long }]);
  });

  it('leaves out what files held that are no plan, and keeps one object for equal changes of them', () => {
    const commits = parse(
      Buffer.concat([
        printed(C, B, 'Again', [[`:100644 100644 ${B} ${C} M`, 'app.ts']]),
        printed(B, A, 'Change', [[`:100644 100644 ${A} ${B} M`, 'app.ts']]),
        printed(A, '', 'Add', [[`:000000 100644 ${NONE} ${A} A`, 'app.ts']]),
      ]),
    );
    const changes = commits.map(({ files }) => files[0]);
    assert.deepEqual(changes, [
      { path: 'app.ts', status: 'M', before: '', after: '' },
      { path: 'app.ts', status: 'M', before: '', after: '' },
      { path: 'app.ts', status: 'A', before: '', after: '' },
    ]);
    assert.equal(changes[0], changes[1]);
  });

  it('gives the same for chunks of any size', () => {
    const bytes = Buffer.concat([
      printed(C, B, 'Größe\n', [
        [`:100644 100644 ${A} ${B} M`, 'ä/ö.md'],
        [`:100644 100644 ${B} ${C} M`, 'b'],
      ]),
      printed(B, '', ''),
    ]);
    const whole = parse(bytes);
    for (let size = 1; size < bytes.length; size++) assert.deepEqual(parse(bytes, size), whole);
  });

  it('never takes a part for the whole: a cut inside a commit fails', () => {
    const bytes = printed(A, B, 'Message\n', [[`:100644 100644 ${A} ${B} M`, 'file']]);
    const complete = new Set([0, bytes.length, bytes.indexOf('\n:') - 1, bytes.indexOf('\n:')]);
    for (let end = 0; end <= bytes.length; end++) {
      const cut = bytes.subarray(0, end);
      if (complete.has(end)) assert.doesNotThrow(() => parse(cut));
      else assert.throws(() => parse(cut), isGitFailure, `cut at ${end}`);
    }
  });

  it('answers any bytes with commits or a failure', () => {
    const piece = fc.oneof(
      fc.constantFrom(A, B, `:100644 100644 ${A} ${B} M`, ':', '', '\n', `${A} ${B}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        try {
          parse(Buffer.from(pieces.map(text => `${text}\0`).join('')));
        } catch (error) {
          assert.ok(isGitFailure(error), String(error));
        }
      }),
      { numRuns: 300 },
    );
  });
});
