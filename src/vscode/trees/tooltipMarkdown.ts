import * as vscode from 'vscode';
import type { TooltipPart } from '../../present/row';
import type { Engine } from '../loadEngine';

/** A tooltip. Everything that comes from the repository goes through `appendText`, so nothing in it is markup. */
export function tooltipMarkdown({ say }: Engine, parts: readonly TooltipPart[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        markdown.appendMarkdown('**');
        appendPlain(markdown, say(part.text)).appendMarkdown('**\n\n');
        break;
      case 'text':
        appendPlain(markdown, say(part.text)).appendMarkdown('\n\n');
        break;
      case 'list':
        for (const item of part.items) {
          markdown.appendMarkdown('- ');
          appendPlain(markdown, say(item)).appendMarkdown('\n');
        }
        markdown.appendMarkdown('\n');
        break;
    }
  }
  return markdown;
}

/** One line of text. `appendText` leaves `<` as it is, and `<command:name>` would be a link. */
function appendPlain(markdown: vscode.MarkdownString, text: string): vscode.MarkdownString {
  const [first = '', ...parts] = text.replace(/\s+/g, ' ').trim().split('<');
  markdown.appendText(first);
  parts.forEach(part => markdown.appendMarkdown('&lt;').appendText(part));
  return markdown;
}
