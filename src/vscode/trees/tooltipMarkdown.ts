import * as vscode from 'vscode';
import type { TooltipPart } from '../../present/row';
import type { Engine } from '../loadEngine';

/** A tooltip. Everything that comes from the repository goes through `appendText`, so nothing in it is markup. */
export function tooltipMarkdown({ say }: Engine, parts: readonly TooltipPart[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        markdown
          .appendMarkdown('**')
          .appendText(oneLine(say(part.text)))
          .appendMarkdown('**\n\n');
        break;
      case 'text':
        markdown.appendText(oneLine(say(part.text))).appendMarkdown('\n\n');
        break;
      case 'list':
        for (const item of part.items) {
          markdown
            .appendMarkdown('- ')
            .appendText(oneLine(say(item)))
            .appendMarkdown('\n');
        }
        markdown.appendMarkdown('\n');
        break;
    }
  }
  return markdown;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
