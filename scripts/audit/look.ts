import type { Databases } from './ask.ts';
import type { Invariant } from './invariant.ts';

/** What was found of one invariant: how many break it, and the ids of the first of them. */
export type Looked = Pick<Invariant, 'name' | 'sentence'> & {
  readonly broken: number;
  readonly ids: readonly string[];
};

const IDS_TOLD = 100;

/**
 * Looks whether an invariant holds. Laurel goes on meanwhile, and a page of one database is older than what is
 * asked of the other: so whatever breaks it is looked at twice, and told where it does both times.
 */
export async function look(databases: Databases, invariant: Invariant): Promise<Looked> {
  const { name, sentence } = invariant;
  const first = await found(databases, invariant);
  if (first.broken === 0) return { name, sentence, ...first };
  const second = await found(databases, invariant, first);
  return { name, sentence, ...second };
}

type Found = Pick<Looked, 'broken' | 'ids'>;

/** Of those alone that were told before; of all, where those were too many to be remembered. */
async function found(
  databases: Databases,
  { breaches }: Invariant,
  before?: Found,
): Promise<Found> {
  const known =
    before === undefined || before.broken > before.ids.length ? null : new Set(before.ids);
  const ids: string[] = [];
  let broken = 0;
  for await (const id of breaches(databases)) {
    if (known?.has(id) === false) continue;
    broken += 1;
    if (ids.length < IDS_TOLD) ids.push(id);
  }
  return { broken, ids };
}
