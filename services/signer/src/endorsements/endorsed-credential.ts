import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { credentials, issuers } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** What an endorsement has to know of the credential that it is about. */
export type EndorsedCredential = {
  readonly id: string;
  readonly language: string;
  readonly mayIncludeMinors: boolean;
  /** True where its issuer was invented for demonstrations. */
  readonly demonstration: boolean;
  /** True where the endorsement is going to stand in it. */
  readonly isWithin: boolean;
};

/** A credential that can be endorsed: nothing is said of one that was withdrawn, revoked, or stands in doubt. */
export async function endorsedCredential(
  { publicStore }: Signing,
  credentialId: string,
): Promise<Result<EndorsedCredential, Failure>> {
  const { id, language, mayIncludeMinors, state } = credentials;
  const [row] = await publicStore
    .select({ id, language, mayIncludeMinors, state, demonstration: issuers.demonstration })
    .from(credentials)
    .innerJoin(issuers, eq(issuers.slug, credentials.issuer))
    .where(eq(id, credentialId));
  if (row === undefined) return refuse({ reason: 'credential_unknown' });
  return row.state === 'active'
    ? ok({ ...row, isWithin: false })
    : refuse({ reason: 'endorsement_not_offered' });
}
