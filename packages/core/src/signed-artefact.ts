/** What is signed of one credential: with a Data Integrity proof, as a `vc+jwt`, and as a JWT with RS256. */
export const SIGNED_ARTEFACTS = ['document', 'joseJwt', 'rsaJwt'] as const;
export type SignedArtefact = (typeof SIGNED_ARTEFACTS)[number];
