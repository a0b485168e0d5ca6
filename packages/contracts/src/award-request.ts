import { CONSENTS } from '@laurel/core/award';
import { isDay } from '@laurel/core/day';
import { OFFERED_DISCLOSURES } from '@laurel/core/disclosure';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { MAX_HOURS } from '@laurel/core/hours';
import * as z from 'zod';

/** The most people in one request, and the most bytes of it. */
export const MAX_RECIPIENTS = 10_000;
export const MAX_AWARD_REQUEST_BYTES = 8 * 1024 * 1024;

const MAX_EVIDENCE = 10;
/** Far above the 85 bytes of a user name: what is too long is refused in its row, with the reason. */
const MAX_USERNAME_LENGTH = 1_000;

const Day = z.string().refine(isDay, 'A day that exists, as YYYY-MM-DD.');

/** Two days, both of which count. */
export const Period = z
  .strictObject({ start: Day, end: Day })
  .refine(({ start, end }) => start <= end, {
    path: ['end'],
    message: 'The period ends before it starts.',
  });

const Hours = z
  .number()
  .positive('Hours are a number above 0.')
  .max(MAX_HOURS)
  .multipleOf(0.01, 'Hours have at most two decimals.');

/** Where evidence is found: an https address that names nobody's password. */
export const EvidenceUrl = z
  .url({ protocol: /^https$/ })
  .max(2_000)
  .refine((url) => {
    const parsed = URL.parse(url);
    return parsed !== null && parsed.username === '' && parsed.password === '';
  }, 'An https address without a user name or password in it.');

const EvidenceItem = z.strictObject({
  class: z.enum(EVIDENCE_CLASSES),
  url: EvidenceUrl.optional(),
  place: z.string().trim().min(1).max(200).optional(),
});

const Disclosure = z.enum(
  OFFERED_DISCLOSURES,
  'Either "account" or "none". A name is given by its holder, never by an organizer.',
);

/** A BCP 47 tag, as far as its form goes; whether there is such a text is asked of the achievement. */
export const Language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'A BCP 47 language tag.');

const terms = {
  language: Language.optional(),
  period: Period.optional(),
  hours: Hours.optional(),
  evidence: z.array(EvidenceItem).max(MAX_EVIDENCE).optional(),
  consent: z.enum(CONSENTS).optional(),
  disclosure: Disclosure.optional(),
  mayIncludeMinors: z.boolean().optional(),
};

/**
 * `POST /api/v1/issuers/{slug}/awards`. What stands at the top holds for every recipient that does not
 * say otherwise. Without saying: the language that the achievement was written in, consent `ask`,
 * disclosure `account`.
 */
export const AwardRequest = z.strictObject({
  /** The achievement's slug, its id, or its address. */
  achievement: z.string().min(1).max(200),
  ...terms,
  /** What whoever accepts it promises: to share what they learned, until a day. */
  shareOut: z
    .strictObject({
      until: Day,
      /** The slug of what then recognises that. */
      achievement: z.string().min(1).max(100),
    })
    .nullable()
    .optional(),
  recipients: z
    .array(z.strictObject({ username: z.string().max(MAX_USERNAME_LENGTH), ...terms }))
    .min(1)
    .max(MAX_RECIPIENTS, `At most ${MAX_RECIPIENTS} recipients in one request.`),
});

export type AwardRequest = z.infer<typeof AwardRequest>;
