import type { BrokenLink } from '../../core/linkRepairs';
import { say } from '../../words/say';
import type { Text } from '../../words/text';

/** Links that name no commit, as `milepost check` prints them: a line each, `file:line:col severity code message`. */
export function linkLines(links: readonly BrokenLink[]): string[] {
  return links.map(link => {
    const { task, lost, code, severity } = link;
    const { file } = lost.link;
    const place = file === undefined ? `${task.file}:${task.line + 1}:1` : `${file}:1:1`;
    return `${place} ${severity} ${code} ${say(sentence(link))}`;
  });
}

function sentence({ code, lost: { link, foundAs = '' } }: BrokenLink): Text {
  return code === 'link-moved'
    ? { code: 'cli.link-moved', args: [link.hash.slice(0, 12), foundAs.slice(0, 12)] }
    : { code, args: [1, link.hash] };
}
