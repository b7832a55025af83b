import type { Session } from '../session';
import { RowTree } from './rowTree';

/** The *Risks* view. */
export function createRiskView(session: Session): RowTree {
  return new RowTree({
    view: 'milepost.risks',
    session,
    rows: (engine, snapshot) => engine.riskRows(snapshot),
  });
}
