import * as z from 'zod';
import type { Databases } from './ask.ts';
import type { Invariant } from './invariant.ts';
import { publicRowsById } from './page-against.ts';
import { pagesOf } from './pages.ts';

/** Each with some dozen members. */
const COLLECTIONS_A_PAGE = 50;

const Members = z.array(z.string());

/** That a collection shows what there is. What it holds may be in any database; itself it is in the first. */
export const COLLECTED_EXISTS: Invariant = {
  name: 'collected-exists',
  sentence: 'The credentials of a collection exist.',
  breaches: collectionsOfNothing,
};

async function* collectionsOfNothing(databases: Databases): AsyncGenerator<string> {
  const of = { store: 'PUBLIC', table: 'collections', columns: 'id, members' } as const;
  for await (const page of pagesOf(databases.ask, { ...of, size: COLLECTIONS_A_PAGE })) {
    const collections = page.map(({ id, members }) => ({
      id: String(id),
      members: Members.parse(JSON.parse(String(members))),
    }));
    const found = await publicRowsById(
      databases,
      { table: 'credentials', key: 'id', columns: 'id' },
      collections.flatMap(({ members }) => members),
    );
    for (const { id, members } of collections) {
      if (members.some((member) => !found.has(member))) yield id;
    }
  }
}
