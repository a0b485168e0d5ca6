/** The signed forms of a credential: with its Data Integrity proof, the EdDSA JWT, the RS256 JWT. */
export const SIGNED_ARTEFACTS = ['document', 'jose_jwt', 'rsa_jwt'] as const;
export type SignedArtefact = (typeof SIGNED_ARTEFACTS)[number];
