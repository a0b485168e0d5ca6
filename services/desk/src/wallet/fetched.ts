import type { Desk } from '../env.ts';
import type { Format } from './formats.ts';

/** Whose credential an offer is of. */
export type Offered = { readonly accountId: string; readonly credentialId: string };

/** What was signed, as a wallet gets it, or why it does not. */
export type Fetched =
  | { readonly credential: unknown }
  | { readonly refusal: 'not_shown' | 'pending' };

/**
 * The forms of an offered credential that can be had: none where its holder withdrew it or switched its link off since,
 * or it was revoked or suspended. The RS256 JWT may still be to be signed.
 */
export async function formsOf({ signer }: Desk, offered: Offered): Promise<readonly Format[]> {
  const held = (await signer.held(offered.accountId)).find(
    ({ credentialId }) => credentialId === offered.credentialId,
  );
  if (held === undefined || held.state !== 'active' || !held.visible || held.linkRetired) return [];
  return held.rsaReady ? ['ldp_vc', 'jwt_vc_json'] : ['ldp_vc'];
}

/** The credential as it is served to everybody: the document, or 1EdTech's JWT. Looked at anew. */
export async function fetchedBy(desk: Desk, offered: Offered, format: Format): Promise<Fetched> {
  const forms = await formsOf(desk, offered);
  if (forms.length === 0) return { refusal: 'not_shown' };
  if (!forms.includes(format)) return { refusal: 'pending' };
  const [copy] = await desk.signer.signedCopies(offered.accountId, [offered.credentialId]);
  if (copy === undefined) return { refusal: 'not_shown' };
  if (format === 'ldp_vc') return { credential: JSON.parse(copy.document) };
  return copy.rsaJwt === null ? { refusal: 'pending' } : { credential: copy.rsaJwt };
}
