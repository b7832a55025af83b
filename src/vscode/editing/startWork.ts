import { openReader } from '../../app/repositories/openReader';
import { ownPerson } from '../../app/repositories/ownPerson';
import { startable, startWork as start } from '../../verbs/startWork';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';

/** Begins the work on a task on a branch of its own; where it has one already, that can be checked out instead. */
export const startWork: LaterCommand = async (kit, args) => {
  const { store, say } = kit;
  const [chosen] = await chosenItems(kit, args, ['task'], { code: 'edit.start-title', args: [] });
  if (!chosen) {
    return;
  }
  const { facts, items } = chosen;
  const [{ kind, uid }] = items;
  const item = { plan: facts.plan.uid, kind, uid };
  const { branches, checkedOut, repo } = kit.valueOf(startable({ store }, item));
  const name = nameOf(items[0]);
  if (checkedOut === undefined && branches.length > 0) {
    const title = say({ code: 'edit.start-where', args: [name] });
    const rows = [
      ...branches.map(value => ({ label: say({ code: 'edit.check-out', args: [value] }), value })),
      { label: say({ code: 'edit.another-branch', args: [] }), value: '' },
    ];
    const branch = await kit.pickRow(rows, say, { title });
    if (branch === undefined) {
      return;
    }
    if (branch !== '') {
      kit.valueOf(await store.checkOut(repo, branch));
      kit.remark(say({ code: 'edit.checked-out', args: [branch] }));
      return;
    }
  }
  const started = kit.valueOf(await start(kit.writing, { item, person: await ownPersonOf(kit) }));
  kit.tell({ code: 'edit.started', args: [name, started.branch] }, 1);
};

async function ownPersonOf({ git, store }: Kit): Promise<string | undefined> {
  return git && ownPerson(store.snapshot, cwd => openReader({ ...git, cwd }));
}
