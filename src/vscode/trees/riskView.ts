import type { Session } from '../session';
import type { MilestoneView } from './milestoneView';
import { RowTree } from './rowTree';

/** The *Risks* view; it shows only what is at risk while the *Milestones* view does. */
export function createRiskView(session: Session, milestones: MilestoneView): RowTree {
  const tree = new RowTree({
    view: 'milepost.risks',
    session,
    rows: (engine, snapshot) => engine.riskRows(snapshot, milestones.options),
  });
  const follow = (): void => {
    tree.update();
    void session.load().then(({ engine }) => {
      const { atRisk } = milestones.options;
      tree.view.description = atRisk ? engine.say({ code: 'ui.filter-by', args: ['atRisk'] }) : undefined;
    });
  };
  milestones.onDidChangeOptions(follow);
  follow();
  return tree;
}
