import type { Desk } from '../env.ts';
import type { Format } from './metadata.ts';

/** What was signed, as a wallet gets it, or why it does not. */
export type Fetched =
  | { readonly credential: unknown }
  | { readonly refusal: 'not_shown' | 'pending' };

/**
 * The credential as it is served to everybody: the document, or 1EdTech's JWT. Looked at anew, as its holder
 * may have withdrawn it or switched its link off since they offered it.
 */
export async function fetchedBy(
  { signer }: Desk,
  offer: { readonly accountId: string; readonly credentialId: string },
  format: Format,
): Promise<Fetched> {
  const held = (await signer.held(offer.accountId)).find(
    ({ credentialId }) => credentialId === offer.credentialId,
  );
  if (held === undefined || held.state !== 'active' || !held.visible || held.linkRetired) {
    return { refusal: 'not_shown' };
  }
  const [copy] = await signer.signedCopies(offer.accountId, [offer.credentialId]);
  if (copy === undefined) return { refusal: 'not_shown' };
  if (format === 'ldp_vc') return { credential: JSON.parse(copy.document) };
  return copy.rsaJwt === null ? { refusal: 'pending' } : { credential: copy.rsaJwt };
}
