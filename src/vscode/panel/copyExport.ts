import * as vscode from 'vscode';
import type { PanelModel } from '../../shared/panelModel';
import type { ExportRequest } from '../../shared/protocol';
import type { Text } from '../../words/text';
import { inform, remark } from '../ask';
import type { Engine } from '../loadEngine';

/** Puts a table that the panel shows on the clipboard and says so. */
export async function copyExport(
  shown: PanelModel | undefined,
  { what, as }: ExportRequest,
  renderShown: Engine['renderShown'],
  say: (text: Text) => string,
): Promise<void> {
  const text = shown && (await renderShown(shown, { what, as }));
  if (text === undefined) {
    inform(say({ code: 'ui.table-gone', args: [] }));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  remark(say({ code: as === 'mermaid' ? 'ui.mermaid-copied' : 'ui.table-copied', args: [] }));
}
