import { CREDENTIAL_CONTEXTS } from '@laurel/core/open-badge';
import * as z from 'zod';

const Text = z.string();

const [VCDM_CONTEXT] = CREDENTIAL_CONTEXTS;

/**
 * The shape in which status lists are signed here. A list in any other was altered, even where the
 * alteration says nothing in RDF and its signature is therefore still good.
 */
export const ListShape = z.strictObject({
  '@context': z.tuple([z.literal(VCDM_CONTEXT)]),
  id: Text,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
  issuer: Text,
  validFrom: Text,
  credentialSubject: z.strictObject({
    id: Text,
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.literal('revocation'),
    encodedList: z.string().regex(/^u[\w-]+$/),
  }),
  proof: z.tuple([
    z.strictObject({
      type: Text,
      created: z.iso.datetime(),
      verificationMethod: Text,
      cryptosuite: Text,
      proofPurpose: Text,
      proofValue: Text,
    }),
  ]),
});
