import type { Desk } from '../env.ts';

/** A credential or a learner record of somebody, as far as it matters to a question about it. */
export type OwnThing = {
  readonly id: string;
  readonly visible: boolean;
};

/** What of all that an account holds has not ended. */
export async function ownThings(
  { signer }: Pick<Desk, 'signer'>,
  accountId: string,
): Promise<readonly OwnThing[]> {
  const [credentials, records] = await Promise.all([
    signer.held(accountId),
    signer.heldRecords(accountId),
  ]);
  const things = [
    ...credentials.map(({ credentialId, ...rest }) => ({ id: credentialId, ...rest })),
    ...records.map(({ recordId, ...rest }) => ({ id: recordId, ...rest })),
  ];
  return things.filter(({ state }) => state !== 'withdrawn' && state !== 'revoked');
}
