import { CREDENTIAL_CONTEXTS } from '@laurel/core/open-badge';
import * as z from 'zod';
import { Claims, Proof, Service, Status } from './signed-parts.ts';

const [FIRST_CONTEXT, SECOND_CONTEXT] = CREDENTIAL_CONTEXTS;

const Text = z.string();

const statement = { id: Text, genre: z.literal('account-statement'), narrative: Text };

/** Everything that `endorsementCredential` of `@laurel/core` can make, and nothing else. */
const endorsement = {
  '@context': z.tuple([z.literal(FIRST_CONTEXT), z.literal(SECOND_CONTEXT)]),
  id: Text,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('EndorsementCredential')]),
  name: Text,
  description: Text,
  issuer: Service,
  validFrom: Text,
  awardedDate: Text,
  credentialSubject: z.strictObject({
    id: Text,
    type: z.tuple([z.literal('EndorsementSubject')]),
    inLanguage: Text,
    endorsementComment: Text,
  }),
  evidence: z.tuple([
    z.union([
      z.strictObject({ ...statement, type: z.tuple([z.literal('Evidence')]) }),
      z.strictObject({
        ...statement,
        type: z.tuple([z.literal('Evidence'), z.literal('IdentityObject')]),
        hashed: z.literal(false),
        identityHash: Text,
        identityType: z.literal('userName'),
      }),
    ]),
  ]),
  credentialStatus: Status,
};

/** The shapes in which endorsements are issued here. */
export const ENDORSEMENT_SHAPES = {
  embedded: z.strictObject({ ...endorsement, proof: z.tuple([Proof]) }),
  jwt: z.strictObject({ ...endorsement, ...Claims }),
};
