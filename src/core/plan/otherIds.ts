import type { Steps } from '../base/steps';
import type { OtherId } from './drafts';
import { aliasedKey, isId } from './ids';
import type { Item, OtherIds, Plan } from './model';
import type { PlanProblem } from './problem';

/** An item gives no more former and foreign ids than these. */
export const MOST_OTHER_IDS = 1_000;

/** UTF-16 units of an id; longer ones are a mistake, and comparing them would be slow. */
export const LONGEST_ID = 200;

/** What the aliases of an item look like, for whoever wrote something else. */
export const EXPECTED_ID = 'SHOP-12';

/** Whether a text may be a former or foreign id: of a milestone any name on one line, of others what git can name. */
export function isOtherId(kind: Item['kind'], text: string): boolean {
  return text.length <= LONGEST_ID && (kind === 'milestone' ? !/\p{Cc}/u.test(text) : isId(text));
}

/** An item that may give former and foreign ids. */
export interface IdHolder {
  readonly item: Pick<Item, 'id' | 'file'>;
  readonly otherIds?: readonly OtherId[] | undefined;
}

interface Claim {
  readonly key: string;
  readonly named: OtherId;
  readonly holder: IdHolder;
  readonly owner: string;
}

const NOTHING: ResolvedOtherIds = { keys: new Map(), problems: [] };

interface ResolvedOtherIds {
  readonly keys: OtherIds;
  readonly problems: readonly PlanProblem[];
}

/** How many items or ids are looked at in one step. */
const STEP = 1_000;

/**
 * What former and foreign ids stand for. Ids of items come first: such a one stands for nothing else. One that two
 * items give stands for neither. Both are problems, where they are given. Linear, in small steps.
 * @param kinds items of each kind, and their keys in the same order; '' for one without
 */
export function* otherIdSteps(
  kinds: readonly (readonly [readonly IdHolder[], readonly { readonly key: string }[]])[],
  keyOf: (id: string) => string,
): Steps<ResolvedOtherIds> {
  const claims: Claim[] = [];
  for (const [holders, ids] of kinds) {
    for (const [index, holder] of holders.entries()) {
      const owner = ids[index]?.key ?? '';
      for (const named of owner === '' ? [] : (holder.otherIds ?? [])) {
        claims.push({ key: keyOf(named.text), named, holder, owner });
      }
      if (index % STEP === 0) {
        yield;
      }
    }
  }
  if (claims.length === 0) {
    return NOTHING;
  }
  const live = new Map<string, IdHolder>();
  for (const [holders, ids] of kinds) {
    for (const [index, holder] of holders.entries()) {
      const key = ids[index]?.key ?? '';
      if (key !== '' && !live.has(key)) {
        live.set(key, holder);
      }
      if (index % STEP === 0) {
        yield;
      }
    }
  }
  const first = new Map<string, Claim>();
  const second = new Map<string, Claim>();
  for (const [index, claim] of claims.entries()) {
    const known = first.get(claim.key);
    if (!known) {
      first.set(claim.key, claim);
    } else if (known.owner !== claim.owner && !second.has(claim.key)) {
      second.set(claim.key, claim);
    }
    if (index % STEP === 0) {
      yield;
    }
  }
  const problems: PlanProblem[] = [];
  for (const [index, claim] of claims.entries()) {
    const { named, holder } = claim;
    const [one, two] = [first.get(claim.key), second.get(claim.key)];
    const other = one?.owner === claim.owner ? two : one;
    const owner = live.get(claim.key);
    const message: PlanProblem['message'] | undefined =
      owner && claim.key !== claim.owner
        ? { code: 'alias-is-id', args: [named.text, owner.item.file] }
        : !owner && other
          ? { code: 'alias-shared', args: [named.text, other.holder.item.id || other.owner, fileOf(other)] }
          : undefined;
    if (message) {
      problems.push({
        severity: 'warning',
        file: named.file ?? holder.item.file,
        range: named.range,
        message,
      });
    }
    if (index % STEP === 0) {
      yield;
    }
  }
  const keys = new Map<string, string>();
  for (const [key, { owner }] of first) {
    if (!live.has(key) && !second.has(key)) {
      keys.set(key, owner);
    }
  }
  return { keys, problems };
}

function fileOf({ named, holder }: Claim): string {
  return named.file ?? holder.item.file;
}

/**
 * Gives the key of the item that an id stands for: an item's own id first, under any prefix of the plan, then a former
 * or foreign one. The key of the id itself where no item has it.
 */
export function keyFinder({
  settings,
  otherIds,
}: Pick<Plan, 'settings' | 'otherIds'>): (id: string) => string {
  const former = new Set(settings.aliases);
  return id => {
    const key = aliasedKey(id, settings.prefix, former);
    return otherIds?.get(key) ?? key;
  };
}

/** Whether former and foreign ids stand for the same items. */
export function sameOtherIds(one: OtherIds | undefined, other: OtherIds | undefined): boolean {
  return (
    one === other ||
    ((one?.size ?? 0) === (other?.size ?? 0) && [...(one ?? [])].every(([id, key]) => other?.get(id) === key))
  );
}
