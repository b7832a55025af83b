import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../src/core/documents/parseDocument';
import { openCorpus } from '../support/corpus';
import type { Corpus } from '../support/corpus';

describe('parseDocument on a real Backlog.md repository', function () {
  let corpus: Corpus | undefined;
  before(function () {
    corpus = openCorpus();
    if (!corpus) {
      this.skip();
    }
  });
  after(() => corpus?.dispose());

  it('loses no task to its front matter', () => {
    let tasks = 0;
    for (const folder of ['tasks', 'completed', 'archive/tasks']) {
      const path = join(corpus?.dir ?? '', 'backlog', folder);
      for (const name of readdirSync(path).filter(file => file.endsWith('.md'))) {
        const text = readFileSync(join(path, name), 'utf8');
        if (!text.startsWith('---') || !/^id:/m.test(text)) {
          continue;
        }
        tasks++;
        const { fields, problems } = parseDocument(text, 'markdown');
        const keys = new Set(fields.map(({ key }) => key));
        assert.ok(
          ['id', 'title', 'status'].every(key => keys.has(key)),
          `${folder}/${name}`,
        );
        assert.deepEqual(problems, [], `${folder}/${name}`);
      }
    }
    assert.equal(tasks, 658);
  });
});
