import { pickRow } from '../ask';
import { gitBinary } from '../host/gitBinary';
import type { MilestoneView } from '../trees/milestoneView';
import { Refused, type CommandContext } from './command';

/**
 * Makes sure that it is known who the reader is among the people of the plan: from the setting, from an earlier answer,
 * from git where the workspace is trusted, else by asking once.
 * @returns false when nobody was chosen
 * @throws Refused when the plan names no people
 */
export async function knowMe({ session, log }: CommandContext, view: MilestoneView): Promise<boolean> {
  if (view.options.me !== undefined) {
    return true;
  }
  const { engine, store } = await session.load();
  const { ownPerson, personPicks } = await engine.filterTools();
  const { snapshot } = store;
  // No repository is known where the workspace is not trusted.
  const found = await ownPerson(snapshot, cwd =>
    engine.openReader({ binary: gitBinary(), cwd, log: line => log.debug(line) }),
  );
  const me = found ?? (await askMe());
  if (me !== undefined) {
    await view.setMe(me);
  }
  return me !== undefined;

  async function askMe(): Promise<string | undefined> {
    const people = personPicks(snapshot);
    if (people.length === 0) {
      throw new Refused({ code: 'ui.nobody-to-be', args: [] });
    }
    return pickRow(people, engine.say, {
      title: engine.say({ code: 'ui.who-are-you', args: [] }),
      placeHolder: engine.say({ code: 'ui.who-are-you-hint', args: [] }),
    });
  }
}
