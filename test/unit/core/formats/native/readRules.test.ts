import assert from 'node:assert/strict';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';

function rulesOf(...lines: readonly string[]) {
  const document = parseDocument(['---', ...lines, '---', ''].join('\n'), 'markdown');
  const files = [{ path: 'plan/project.md', document }];
  return nativeFormat.assemble({ root: '/root', folder: 'plan', files, unreadable: [] });
}

describe('the rules of a plan', () => {
  it('read weeks of history and the time of a task without an estimate', () => {
    const { settings } = rulesOf(
      'key: APP',
      'calendar: {hours: 6}',
      'rules: {history: 8w, default_estimate: 2d}',
    );
    assert.equal(settings.rules.history, 8);
    assert.equal(settings.rules.defaultEstimate, 12);
  });

  it('take three days of the plan where nothing is said', () => {
    const { settings } = rulesOf('key: APP', 'calendar: {hours: 6}');
    assert.deepEqual([settings.rules.history, settings.rules.defaultEstimate], [12, 18]);
  });

  it("count weeks by the plan's own calendar, and say what they take", () => {
    const plan = rulesOf(
      'key: APP',
      'calendar: {workweek: [mon, tue, wed, thu]}',
      'rules: {stale: 2w, due_soon: x}',
    );
    assert.equal(plan.settings.rules.stale, 8);
    assert.deepEqual(
      plan.problems.map(({ message }) => message),
      [{ code: 'bad-value', args: ['due_soon', 'x', '14d, 2w, 14'] }],
    );
  });
});
