import assert from 'node:assert/strict';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/formats/parseDocument';

describe('the rules of a plan', () => {
  it("count weeks by the plan's own calendar, and say what they take", () => {
    const lines = [
      'key: APP',
      'calendar: {workweek: [mon, tue, wed, thu]}',
      'rules: {stale: 2w, due_soon: x}',
    ];
    const document = parseDocument(['---', ...lines, '---', ''].join('\n'), 'markdown');
    const files = [{ path: 'plan/project.md', document }];
    const plan = nativeFormat.assemble({ root: '/root', folder: 'plan', files, unreadable: [] });
    assert.equal(plan.settings.rules.stale, 8);
    assert.deepEqual(
      plan.problems.map(({ message }) => message),
      [{ code: 'bad-value', args: ['due_soon', 'x', '14d, 2w, 14'] }],
    );
  });
});
