/** What of a credential decides whether a page may lead from or to it. */
export type Linkable = {
  readonly id: string;
  readonly language: string;
  readonly disclosure: string;
  /** The name that it says, of those that say a self-declared one. */
  readonly name: string | null;
};

/**
 * Which new credential the page of each old one leads to, by the old one's id. Both lists are newest
 * first. A page leads only to one that says as much of who holds it, so that no name is found by way
 * of a nameless one, nor one that somebody has now by way of one that they had; and no two pages lead to the same one, which would tie them to each other. One in
 * the same language goes before the others.
 */
export function pairSuccessors(
  old: readonly Linkable[],
  fresh: readonly Linkable[],
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (isAlike: (one: Linkable, other: Linkable) => boolean) => {
    for (const one of old.filter(({ id }) => !pairs.has(id))) {
      const found = fresh.find((other) => !taken.has(other.id) && isAlike(one, other));
      if (found === undefined) continue;
      pairs.set(one.id, found.id);
      taken.add(found.id);
    }
  };
  const sayAsMuch = (one: Linkable, other: Linkable) =>
    one.disclosure === other.disclosure && one.name === other.name;
  pair((one, other) => sayAsMuch(one, other) && one.language === other.language);
  pair(sayAsMuch);
  return pairs;
}
