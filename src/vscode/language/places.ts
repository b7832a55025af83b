import type * as vscode from 'vscode';
import { itemAt, itemInProse, namedItemAt, namedItems } from '../../present/language/itemAt';
import { itemTooltip } from '../../present/language/itemTooltip';
import type { Item, Plan } from '../../core/plan/model';
import { planFileOf, rangeIn, type LanguageKit } from './kit';

/** The tree's tooltip, on an id and on an item's own line. */
export function planHover(kit: LanguageKit): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const file = planFileOf(kit, document);
      const found = file && itemAt(file, document.getText(), position);
      return found && hoverOf(kit, found.plan, found.item, found.range && rangeIn(kit, found.range));
    },
  };
}

/** The tree's tooltip, on ids in the message of a commit. */
export function messageHover(kit: LanguageKit): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const found = itemInProse(kit.store.snapshot, document.lineAt(position).text, position);
      return found && hoverOf(kit, found.plan, found.item, rangeIn(kit, found.range));
    },
  };
}

function hoverOf(
  { vscode, store, tooltip }: LanguageKit,
  plan: Plan,
  item: Item,
  range: vscode.Range | undefined,
): vscode.Hover {
  return new vscode.Hover(tooltip(itemTooltip(store.snapshot, plan.uid, item)), range);
}

/** From an id to the line of its item. */
export function planDefinition(kit: LanguageKit): vscode.DefinitionProvider {
  return {
    provideDefinition(document, position) {
      const file = planFileOf(kit, document);
      const found = file && namedItemAt(file, document.getText(), position);
      return found && placeOfItem(kit, found.plan, found.item);
    },
  };
}

function placeOfItem({ vscode, fileUri }: LanguageKit, plan: Plan, item: Item): vscode.Location {
  return new vscode.Location(fileUri(plan.root, item.file), new vscode.Position(item.line, 0));
}

/** All places of a plan that name the item at a place. */
export function planReferences(kit: LanguageKit): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }) {
      const file = planFileOf(kit, document);
      const found = file && itemAt(file, document.getText(), position);
      if (!found) {
        return [];
      }
      const { plan, item } = found;
      const all = await kit.store.references({ plan: plan.uid, kind: item.kind, uid: item.uid });
      return all
        .filter(
          ({ file: path, range }) =>
            includeDeclaration || path !== item.file || range.start.line !== item.line,
        )
        .map(
          ({ root, file: path, range }) =>
            new kit.vscode.Location(kit.fileUri(root, path), rangeIn(kit, range)),
        );
    },
  };
}

/** Ids that lead to the lines of their items. */
export function planLinks(kit: LanguageKit): vscode.DocumentLinkProvider {
  return {
    provideDocumentLinks(document) {
      const file = planFileOf(kit, document);
      return (file ? namedItems(file, document.getText()) : []).map(({ plan, item, range }) => {
        const target = kit.fileUri(plan.root, item.file).with({ fragment: `L${item.line + 1}` });
        const link = new kit.vscode.DocumentLink(rangeIn(kit, range), target);
        link.tooltip = item.title;
        return link;
      });
    },
  };
}
