import { MAX_RECORD_CREDENTIALS, RECORD_CONTEXTS } from '@laurel/core/learner-record';
import * as z from 'zod';
import { ISSUED_SHAPES } from './issued-shape.ts';
import { Claims, Proof, Service, Status } from './signed-parts.ts';

const [FIRST_CONTEXT, SECOND_CONTEXT, THIRD_CONTEXT] = RECORD_CONTEXTS;

const Text = z.string();

/** Everything that `learnerRecord` of `@laurel/core` can make, and nothing else. */
const record = {
  '@context': z.tuple([
    z.literal(FIRST_CONTEXT),
    z.literal(SECOND_CONTEXT),
    z.literal(THIRD_CONTEXT),
  ]),
  id: Text,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('ClrCredential')]),
  name: Text,
  description: Text,
  issuer: Service,
  validFrom: Text,
  awardedDate: Text,
  partial: z.literal(true),
  credentialSubject: z.strictObject({
    id: Text,
    type: z.tuple([z.literal('ClrSubject')]),
    verifiableCredential: z.array(ISSUED_SHAPES.embedded).min(1).max(MAX_RECORD_CREDENTIALS),
  }),
  credentialStatus: Status,
};

/** The shapes in which learner records are issued here. */
export const RECORD_SHAPES = {
  embedded: z.strictObject({ ...record, proof: z.tuple([Proof]) }),
  jwt: z.strictObject({ ...record, ...Claims }),
};
