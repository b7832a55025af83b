import { compact } from '../base/lists';
import type { Problem } from '../plan/problem';
import { LineIndex } from '../base/text';
import { oursSide } from './conflict';
import type { PlanDocument } from './document';
import { findFrontMatter } from './frontMatter';
import { readMarkdown } from './markdown';
import { readYamlFields } from './yamlFields';

/**
 * Reads a plan file's text: the fields of its front matter (or of the whole, for YAML), its headings and
 * its check lines. Total: any text gives a document, in linear time. All ranges are those of the text as
 * it is given, BOM and CRLF included. Where a key stands twice both fields are there, with a problem; a lone CR
 * ends no line, so that a file with nothing else is one line, with a problem, too.
 */
export function parseDocument(source: string, syntax: 'markdown' | 'yaml'): PlanDocument {
  const lines = new LineIndex(source);
  const { text, conflictLine } = oursSide(source, lines);
  let problems: readonly Problem[] = [];
  if (conflictLine !== undefined) {
    const range = lines.range(lines.lineStart(conflictLine), lines.lineEnd(conflictLine));
    problems = [{ severity: 'error', range, message: { code: 'conflict', args: [] } }];
  }
  const conflict = conflictLine !== undefined;
  if (lines.lineCount === 1 && /\r./s.test(source)) {
    const message = { code: 'unreadable' as const, args: ['lone-cr'] as [string] };
    problems = [...problems, { severity: 'error', range: lines.range(0, 0), message }];
  }
  if (syntax === 'yaml') {
    const yaml = readYamlFields(text, lines, 0, lines.lineCount);
    problems = problems.concat(yaml.problems);
    return { fields: compact(yaml.fields), headings: [], checks: [], problems, conflict };
  }
  // Where two sides have added the file, its first line is a marker.
  const front = findFrontMatter(text, lines, conflictLine === 0 ? 1 : 0);
  if (front?.open) {
    const range = lines.range(0, lines.lineEnd(0));
    problems = [
      ...problems,
      { severity: 'warning', range, message: { code: 'front-matter-open', args: [] } },
    ];
  }
  const yaml = front && readYamlFields(text, lines, front.firstLine, front.endLine);
  const body = readMarkdown(text, lines, front?.bodyLine ?? 0);
  problems = problems.concat(yaml?.problems ?? []);
  const [headings, checks] = [compact(body.headings), compact(body.checks)];
  return { fields: compact(yaml?.fields ?? []), ...body, headings, checks, problems, conflict };
}
