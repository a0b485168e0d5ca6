import { credentials } from '@laurel/store/public/schema';
import { sql } from 'drizzle-orm';

/** The name that a credential says: of its account, or one that its holder gave; null where it says none. */
export const SIGNED_NAME = sql`json_extract(document, '$.credentialSubject.identifier[0].identityHash')`;

/** The same of those that say a name which their holder gave, and null of all others. */
export const DECLARED_NAME = sql<
  string | null
>`iif(${credentials.disclosure} = 'name', ${SIGNED_NAME}, null)`;
