import { credentials } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import { amongDatabases, inFirst } from '../databases.ts';
import type { Signing } from '../env.ts';

/** With the database at hand that a credential is in; the first where it is in none. */
export async function homeOfCredential(signing: Signing, id: string): Promise<Signing> {
  if (signing.stores.length === 1) return signing;
  for (const { of } of amongDatabases(signing, [id])) {
    if ((await of.publicStore.$count(credentials, eq(credentials.id, id))) > 0) return of;
  }
  return inFirst(signing);
}
