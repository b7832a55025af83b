import assert from 'node:assert/strict';
import { finish } from '../../src/core/base/steps';
import type { History } from '../../src/core/evidence/graph/history';
import { subjectOf } from '../../src/core/evidence/graph/history';
import type { Evidence, Link, PlanEvidence } from '../../src/core/evidence/link';
import { linksInOrder } from '../../src/core/evidence/link';
import { linkSteps } from '../../src/core/evidence/linkPlan';
import { addAncestors } from '../../src/core/evidence/graph/reach';
import { withoutTaskSteps } from '../../src/core/evidence/withoutTask';
import { driftSteps } from '../../src/core/insight/findings/drift';
import { openGit } from '../../src/git/gitReader';
import type { Corpus } from '../support/corpus';
import { openCorpus } from '../support/corpus';

const FOLDERS = ['backlog/'];

describe('evidence in the real Backlog.md repository', function () {
  let corpus: Corpus | undefined;
  let history: History;
  let evidence: PlanEvidence;
  const onMain = new Set<string>();

  before(async function () {
    corpus = openCorpus();
    if (!corpus) {
      this.skip();
    }
    history = await openGit({ binary: 'git', cwd: corpus.dir }).readHistory({ branchAgeDays: 100_000 });
    addAncestors(history, history.defaultBranch?.tip ?? '', onMain);
    evidence = finish(linkSteps({ plan: corpus.plan, prefix: '', history, planFolders: FOLDERS }));
  });

  after(() => corpus?.dispose());

  const onMainBy = (kind: Evidence): Link[] =>
    linksInOrder(evidence, history).filter(
      link => onMain.has(link.commit) && (link.evidence === kind || link.others.includes(kind)),
    );

  it('finds the known pairs by subject', () => {
    const links = onMainBy('subject');
    assert.equal(links.length, 901);
    assert.equal(new Set(links.map(link => link.commit)).size, 879);
    assert.equal(new Set(links.map(link => link.task)).size, 532);
  });

  it('finds the pairs by trailer', () => {
    assert.deepEqual(
      onMainBy('trailer').map(link => link.task),
      [
        'BACK-620',
        'BACK-620',
        'BACK-614',
        'BACK-608',
        'BACK-540',
        'BACK-539',
        'BACK-538',
        'BACK-537',
        'BACK-535.7',
      ],
    );
  });

  it('finds the closing words and no others', () => {
    assert.deepEqual(
      onMainBy('closes').map(({ task, strength }) => `${task} ${strength}`),
      [
        'BACK-621 closes',
        'BACK-616 closes',
        'BACK-585 plans',
        'BACK-607 closes',
        'BACK-612 closes',
        'BACK-611 closes',
        'BACK-355.1 closes',
        'BACK-379 closes',
        'BACK-318 closes',
        'BACK-232 closes',
        'BACK-4.6 closes',
      ],
    );
  });

  it('leaves few work commits without a task', () => {
    const without = finish(
      withoutTaskSteps({
        history,
        plans: corpus ? [{ plan: corpus.plan, prefix: '', evidence }] : [],
        planFolders: FOLDERS,
      }),
    );
    assert.equal(without.length, 84);
    const subjects = without.map(hash => subjectOf(history.commits.get(hash) ?? { message: '' }));
    assert.deepEqual(
      subjects.filter(subject => /back-\d|task-\d|^v?\d+\.\d|\[skip ci\]/i.test(subject)),
      [],
    );
  });

  it('raises few findings', () => {
    const plan = corpus?.plan;
    const found = plan
      ? finish(driftSteps({ plan, prefix: '', evidence, history, today: '2026-08-20' }))
      : [];
    assert.deepEqual(
      found.map(({ id, subject }) => `${id} ${subject.id}`),
      ['open-but-started BACK-208', 'looks-finished BACK-555', 'done-but-unmerged BACK-467'],
    );
  });
});
