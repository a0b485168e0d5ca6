import * as z from 'zod';

const Text = z.string();

/** The one status entry of whatever is issued here. */
export const Status = z.strictObject({
  id: Text,
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.literal('revocation'),
  statusListIndex: Text,
  statusListCredential: Text,
});

/** The one proof of whatever is issued here. */
export const Proof = z.strictObject({
  type: Text,
  created: Text,
  verificationMethod: Text,
  cryptosuite: Text,
  proofPurpose: Text,
  proofValue: Text,
});

/** The registered claims of whatever is issued here as a JWT. */
export const Claims = { iss: Text, jti: Text, sub: Text, nbf: z.number() };

/** The service, where it is the issuer itself. */
export const Service = z.strictObject({
  id: Text,
  type: z.tuple([z.literal('Profile')]),
  name: Text,
  url: Text,
});
