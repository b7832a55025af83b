import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRevision } from '../../../bench/against/revision';
import { inScratch } from '../../../bench/against/scratch';
import { GitRepo } from '../../../support/gitRepo';

const LOCK = '{ "name": "tried", "lockfileVersion": 3, "packages": {} }';

/** A project whose build runs `build`. */
function project(build: string, more: Record<string, string> = {}) {
  const manifest = { name: 'tried', version: '1.0.0', scripts: { build: `node -e "${build}"`, ...more } };
  return { 'package.json': JSON.stringify(manifest), 'package-lock.json': LOCK };
}

describe('revision of a comparison', () => {
  let repo: GitRepo;
  const built = (ref: string) =>
    inScratch(async (scratch, signal) => {
      const revision = await buildRevision(ref, repo.dir, scratch, signal);
      const modules = join(revision.dir, 'node_modules');
      return {
        ...revision,
        scratch,
        made: readFileSync(join(revision.dir, 'made.txt'), 'utf8'),
        modules: existsSync(modules) ? realpathSync(modules) : undefined,
      };
    });

  before(() => {
    repo = GitRepo.create();
    const make = (text: string) => `require('fs').writeFileSync('made.txt', '${text}')`;
    repo.commit({ message: 'Old', files: project(make('old')) });
    repo.git('tag', 'old');
    repo.commit({ message: 'Broken', files: project(`console.log('no such file'); process.exit(1)`) });
    repo.git('tag', 'broken');
    repo.commit({ message: 'New', files: project(make('new'), { bench: 'node bench.js' }) });
    mkdirSync(join(repo.dir, 'node_modules'));
    writeFileSync(join(repo.dir, 'node_modules/kept.txt'), '');
  });
  after(() => repo.dispose());

  it('is built in a folder that is gone afterwards, with our dependencies', async () => {
    const { made, scratch, commit, hasBench, modules } = await built('old');
    assert.equal(made, 'old');
    assert.equal(commit, repo.git('rev-parse', 'old').trim());
    assert.equal(hasBench, false);
    assert.equal(modules, join(realpathSync(repo.dir), 'node_modules'));
    assert.equal(existsSync(scratch), false);
    assert.ok(
      existsSync(join(repo.dir, 'node_modules/kept.txt')),
      'the link is removed, not what it leads to',
    );
  });

  it('says whether it can measure itself', async () => {
    assert.equal((await built('HEAD')).hasBench, true);
  });

  it('installs its own dependencies when others are locked', async () => {
    writeFileSync(join(repo.dir, 'package-lock.json'), `${LOCK}\n`);
    assert.notEqual((await built('old')).modules, join(realpathSync(repo.dir), 'node_modules'));
    repo.git('checkout', '-q', 'package-lock.json');
  });

  it('is refused in one sentence when there is none', async () => {
    for (const ref of ['nowhere', '--all', '']) {
      await assert.rejects(built(ref), { message: `${ref} is no revision of this repository.` });
    }
  });

  it('is refused with what its build says', async () => {
    await assert.rejects(built('broken'), { message: /^The build of broken fails:\n[^]*no such file/ });
  });
});
