import assert from 'node:assert/strict';
import { backlogFormat } from '../../../../src/core/formats/backlog/backlog';
import { nativeFormat } from '../../../../src/core/formats/native/native';
import { applyOverlay } from '../../../../src/core/formats/applyOverlay';
import { parseDocument } from '../../../../src/core/documents/parseDocument';
import { editNative } from '../../../../src/core/formats/native/editNative';
import type { Plan } from '../../../../src/core/plan/model';
import { forecastJson, scheduleJson } from '../../../../src/present/json/insightJson';
import { missingParts } from '../../../../src/present/missingParts';
import { notices } from '../../../../src/present/panel/frame/notices';
import { forecastModel } from '../../../../src/present/panel/forecast/forecast';
import { forecastTable, scheduleTable } from '../../../../src/present/tables/insightTables';
import { say } from '../../../../src/words/say';
import { insightOf } from '../../../support/insightOf';
import { factsFor } from '../../../support/panel/handMade';

const MEGABYTE = 1024 * 1024;

function inputOf(
  texts: Readonly<Record<string, string>>,
  unreadable: readonly string[] = [],
  folder = 'plan',
) {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    document: parseDocument(text, path.endsWith('.yml') ? 'yaml' : 'markdown'),
  }));
  const lost = unreadable.map(path => ({ path, detail: 'too-large' }));
  return { root: '/repo', folder, files, unreadable: lost };
}

/** A plan with one task of ten days, and these lines in the front matter of project.md. */
const planWith = (lines: string): Plan =>
  nativeFormat.assemble(
    inputOf({
      'plan/project.md': `---\nkey: APP\n${lines}\n---\n`,
      'plan/milestones/m.md': '## Tasks\n- [ ] APP-1 Build it @p1 est:10d\n',
    }),
  );

const times = (count: number, text: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(between);

const problems = ({ problems: found }: Plan) =>
  found.map(({ file, severity, range, message }) => [
    `${file}:${range.start.line + 1}`,
    severity,
    message.code,
    ...message.args,
  ]);

/** The same people in every way in which such a list is written. */
const PEOPLE: Readonly<Record<string, (count: number) => string>> = {
  'maps below each other': count =>
    `people:\n${times(count, n => `  - id: '@p${n}'\n    name: Person ${n}\n    emails:\n      - p${n}@example.com\n    capacity: 50%`)}`,
  'one a line': count =>
    `people:\n${times(count, n => `- {id: '@p${n}', name: Person ${n}, emails: [p${n}@example.com], capacity: 50%}`)}`,
  'all in brackets': count =>
    `people: [\n${times(count, n => `  {id: '@p${n}', name: Person ${n}, emails: [p${n}@example.com], capacity: 50%}`, ', # next\n')}\n  ]`,
  'with escapes, which the library reads': count =>
    `people:\n${times(count, n => `  - {id: "\\x40p${n}", name: Person ${n}, emails: [p${n}@example.com], capacity: 50%}`)}`,
};

describe('a long list of settings', () => {
  for (const [how, people] of Object.entries(PEOPLE)) {
    it(`is read whole: 3,000 people, ${how}`, () => {
      const plan = planWith(people(3_000));
      assert.deepEqual(problems(plan), []);
      assert.equal(plan.settings.people.length, 3_000);
      assert.deepEqual(plan.settings.people[2_999], {
        id: '@p2999',
        name: 'Person 2999',
        emails: ['p2999@example.com'],
        capacity: 0.5,
        off: [],
      });
      assert.deepEqual(missingParts(plan), []);
    });
  }

  it('is read whole: 20,000 holidays, and 5,000 dismissals', () => {
    const block = planWith(`calendar:\n  hours: 6\n  holidays:\n${times(20_000, () => '    - 2026-12-25')}`);
    const flow = planWith(`calendar: {hours: 6, holidays: [${times(20_000, () => '2026-12-25', ', ')}]}`);
    for (const { settings } of [block, flow]) {
      assert.deepEqual([settings.holidays.length, settings.hours, settings.unread], [20_000, 6, []]);
    }
    const dismissed = planWith(
      `dismissed:\n${times(5_000, n => `  - item: APP-1\n    finding: overdue\n    reason: "It waits: nobody, see #${n}"`)}`,
    );
    assert.equal(dismissed.settings.dismissed.length, 5_000);
    assert.deepEqual(problems(dismissed), []);
  });

  it('does not move the dates', () => {
    const finish = (plan: Plan) => insightOf(factsFor(plan)).schedule.finish?.limited;
    const few = finish(planWith(PEOPLE['one a line']?.(2) ?? ''));
    assert.ok(few);
    assert.equal(finish(planWith(PEOPLE['one a line']?.(3_000) ?? '')), few);
    assert.notEqual(finish(planWith('')), few);
  });
});

describe('an entry that cannot be read', () => {
  const long = (limit: number) => {
    const start = 'people:\n  - {id: "@p1", capacity: 50%}\n';
    const last = '  - {id: ';
    return `${start}${last}${'a'.repeat(limit - start.length - last.length - 1)}}`;
  };

  it('is one of more than 1 MB: an error with its size and the limit, and not one other setting', () => {
    const plan = planWith(`hours: 8\n${long(MEGABYTE)}`);
    assert.deepEqual([problems(plan), plan.settings.people.length], [[], 2]);
    const over = planWith(`${long(1.25 * MEGABYTE)}\ncalendar: {hours: 6}`);
    assert.deepEqual(problems(over), [['plan/project.md:3', 'error', 'entry-too-long', 'people', 1.3, 1]]);
    assert.deepEqual([over.settings.people, over.settings.hours], [[], 6]);
    const [problem] = over.problems;
    assert.equal(
      problem && say(problem.message),
      '"people" is not read: it has 1.3 MB, and the limit is 1 MB. Make it shorter.',
    );
  });

  it('is told where dates are: in schedule, forecast and panel', () => {
    const plan = planWith(long(1.25 * MEGABYTE));
    const facts = factsFor(plan);
    const insight = insightOf(facts);
    const sentence =
      'people in plan/project.md could not be read, so everybody counts as available · ' +
      '"people" is not read: it has 1.3 MB, and the limit is 1 MB. Make it shorter.';
    const plans = [{ plan, insight }];
    assert.ok(scheduleTable({ plan, insight }).includes(sentence));
    assert.ok(forecastTable({ plan, insight }).includes(sentence));
    assert.ok(JSON.stringify(scheduleJson('/repo', plans)).includes(JSON.stringify(sentence)));
    assert.ok(JSON.stringify(forecastJson('/repo', plans)).includes(JSON.stringify(sentence)));
    assert.deepEqual(
      forecastModel(facts, insight)
        .reasons.map(say)
        .filter(reason => reason === sentence),
      [sentence],
    );
    const [first] = notices(facts, undefined, undefined);
    assert.deepEqual([first && say(first.text), first?.severity], [sentence, 'error']);
  });

  it('is one that is no YAML, or nested too deeply: the setting has its default, and that is told', () => {
    const plan = planWith(
      [
        "people:\n  - {id: '@p1', capacity: 50%",
        'statuses: [{name: Open, category: "open}]',
        `resources: {a: ${'['.repeat(300)}${']'.repeat(300)}}`,
        'dismissed: [{item: "APP-1]',
        'unknown: [{a',
        'tasks: [{a',
      ].join('\n'),
    );
    assert.deepEqual(
      missingParts(plan).map(text => say(text).split(' · ')[0]),
      [
        'statuses in plan/project.md could not be read, so its default applies',
        'people in plan/project.md could not be read, so everybody counts as available',
        'resources in plan/project.md could not be read, so none has a limit',
        'dismissed in plan/project.md could not be read, so dismissed findings are shown',
      ],
    );
    const { people, statuses, resources } = plan.settings;
    assert.deepEqual([people.length, statuses.length, resources.size], [0, 6, 0]);
    assert.deepEqual(
      problems(plan).map(([place, severity, code]) => [place, severity, code]),
      [
        ['plan/project.md:3', 'warning', 'yaml'],
        ['plan/project.md:5', 'warning', 'yaml'],
        ['plan/project.md:6', 'error', 'entry-too-deep'],
        ['plan/project.md:7', 'warning', 'yaml'],
        ['plan/project.md:8', 'warning', 'yaml'],
        ['plan/project.md:9', 'warning', 'yaml'],
      ],
    );
  });

  it('is told of the settings as a whole, of files and of entries of tasks', () => {
    const task = `---\nid: APP-2\ndepends_on:\n${'  - &a APP-1\n'.repeat(100_000)}---\n`;
    const plan = nativeFormat.assemble(
      inputOf({ 'plan/tasks/a.md': task }, ['plan/project.md', 'plan/tasks/b.md', 'plan/tasks/c.md']),
    );
    assert.deepEqual(
      missingParts(plan).map(text => say(text).split(' · ')[0]),
      [
        'plan/project.md could not be read, so all settings have their defaults',
        '2 plan files could not be read, so their content is missing here',
        '1 entry of a plan file is too long to read and is missing here',
      ],
    );
    assert.deepEqual(plan.tasks[0]?.dependsOn, []);
    const target = { kind: 'task', id: 'APP-2', file: 'plan/tasks/a.md', line: 0 } as const;
    const edit = (field: 'dependsOn' | 'labels') =>
      editNative(task, target, { kind: 'setList', field, value: [] }, { plan, path: target.file, now: 0 });
    const refused = edit('dependsOn');
    assert.deepEqual(!refused.ok && refused.refusal.code, 'front-matter-layout');
    assert.ok(edit('labels').ok);
  });

  it('is told of the settings of another format, and of an overlay', () => {
    const plan = backlogFormat.assemble(
      inputOf({ 'backlog/config.yml': 'statuses: [To Do, "Done\n' }, [], 'backlog'),
    );
    assert.equal(plan.settings.statuses.length, 3);
    const overlay = nativeFormat.overlay?.(
      inputOf({ 'plan/project.md': '---\nfor: backlog\ntasks: {BACK-1: {a\nstatuses: [{\n---\n' }),
    );
    assert.ok(overlay);
    assert.deepEqual(
      missingParts(applyOverlay(plan, overlay)).map(text => say(text).split(' · ')[0]),
      [
        'statuses in backlog/config.yml could not be read, so its default applies',
        'tasks in plan/project.md could not be read, so the fields they add are missing',
      ],
    );
  });

  it('is counted where there are more than a list holds', () => {
    const { problems: found } = parseDocument(`---\n${times(150, n => `a${n}: [b`)}\n---\n`, 'markdown');
    assert.equal(found.length, 101);
    assert.deepEqual(found.at(-1)?.message, { code: 'more-problems', args: [50] });
  });

  it('is one that the library would have to read behind 2 MB of others', () => {
    const text = `  ${'a'.repeat(78)}\n`.repeat((0.7 * MEGABYTE) / 81);
    const { fields } = parseDocument(
      `---\na: |\n${text}b: |\n${text}c: |\n${text}d: [e, 'f']\n---\n`,
      'markdown',
    );
    assert.deepEqual(
      fields.map(({ unread }) => unread?.args),
      [undefined, undefined, ['c', 0.7, 0.5], undefined],
    );
  });
});
