import { CREDENTIAL_CONTEXTS } from '@laurel/core/open-badge';
import * as z from 'zod';
import { ENDORSEMENT_SHAPES } from './endorsement-shape.ts';
import { Claims, Proof, Status } from './signed-parts.ts';

const [FIRST_CONTEXT, SECOND_CONTEXT] = CREDENTIAL_CONTEXTS;

const Text = z.string();

/** Hours, or what mentoring was. */
const Measured = z.strictObject({
  id: Text,
  type: z.tuple([z.literal('ResultDescription')]),
  name: Text,
  resultType: z.enum(['ext:Hours', 'ext:HoursBand', 'ext:Language', 'ext:Topic']),
});

/** That a role was served. */
const Served = z.strictObject({
  id: Text,
  type: z.tuple([z.literal('ResultDescription')]),
  name: Text,
  resultType: z.literal('Status'),
});

const Achievement = z.strictObject({
  id: Text,
  type: z.tuple([z.literal('Achievement')]),
  achievementType: z.enum(['ext:Contribution', 'ext:Role', 'ext:Training']),
  version: Text,
  inLanguage: Text,
  name: Text,
  description: Text,
  criteria: z.strictObject({ id: Text, narrative: Text }),
  tag: z.array(Text),
  alignment: z.array(
    z.strictObject({
      id: Text,
      type: z.tuple([z.literal('Alignment')]),
      targetName: Text,
      targetUrl: Text,
    }),
  ),
  resultDescription: z
    .array(z.union([Measured, Served]))
    .min(1)
    .optional(),
});

const identified = <Type extends string>(identityType: Type) =>
  z.tuple([
    z.strictObject({
      type: z.literal('IdentityObject'),
      hashed: z.literal(false),
      identityHash: Text,
      identityType: z.literal(identityType),
    }),
  ]);

const result = {
  id: Text,
  type: z.tuple([z.literal('Result')]),
  resultDescription: Text,
};

/** A name that its holder gave is never without the words that say so, and nothing else has them. */
const Subject = z
  .strictObject({
    id: Text,
    type: z.tuple([z.literal('AchievementSubject')]),
    identifier: z.union([identified('userName'), identified('ext:selfDeclaredName')]).optional(),
    narrative: Text.optional(),
    role: Text.optional(),
    activityStartDate: Text.optional(),
    activityEndDate: Text.optional(),
    achievement: Achievement,
    result: z
      .array(
        z.union([
          z.strictObject({ ...result, value: Text }),
          z.strictObject({ ...result, status: z.literal('Completed') }),
        ]),
      )
      .min(1)
      .optional(),
  })
  .refine(
    ({ identifier, narrative }) =>
      (identifier?.[0].identityType === 'ext:selfDeclaredName') === (narrative !== undefined),
  );

/** Everything that `openBadge` of `@laurel/core` can make, and nothing else. */
const credential = {
  '@context': z.tuple([z.literal(FIRST_CONTEXT), z.literal(SECOND_CONTEXT)]),
  id: Text,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: Text,
  issuer: z.strictObject({
    id: Text,
    type: z.tuple([z.literal('Profile')]),
    name: Text,
    url: Text,
    description: Text,
    official: Text.optional(),
  }),
  validFrom: Text,
  validUntil: Text.optional(),
  awardedDate: Text,
  credentialSubject: Subject,
  evidence: z.array(
    z.strictObject({
      id: Text,
      type: z.tuple([z.literal('Evidence')]),
      name: Text,
      genre: Text,
      narrative: Text,
    }),
  ),
  /** Only where it was newly taken with endorsements in it; each as it was signed. */
  endorsement: z.array(ENDORSEMENT_SHAPES.embedded).min(1).optional(),
  credentialStatus: Status,
};

/**
 * The shapes in which credentials are issued here. A document of ours in any other shape was altered,
 * even where the alteration says nothing in RDF and its signature is therefore still good.
 */
export const ISSUED_SHAPES = {
  embedded: z.strictObject({ ...credential, proof: z.tuple([Proof]) }),
  jwt: z.strictObject({
    ...credential,
    ...Claims,
    exp: z.number().optional(),
  }),
};
