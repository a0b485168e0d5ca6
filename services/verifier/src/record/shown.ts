import { credentials } from '@laurel/store/public/credentials';
import { and, eq, sql } from 'drizzle-orm';

/** The holder wishes it; and of an endorsement, that the credential it endorses is shown. */
const IS_SHOWN = sql`(credentials.visible = 1 and (credentials.endorses is null or exists (
  select 1 from credentials endorsed where endorsed.id = credentials.endorses and endorsed.visible = 1)))`;

/** The condition for a credential whose link is on: a hidden row is not even fetched. */
export function shown(id: string) {
  return and(eq(credentials.id, id), IS_SHOWN);
}
