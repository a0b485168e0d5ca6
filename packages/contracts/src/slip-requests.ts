import { MAX_SLIPS } from '@laurel/core/slip-code';
import * as z from 'zod';
import { AwardRequest } from './award-request.ts';

/** The most people whom one request refuses, or takes back into the list. */
const MAX_PEOPLE = 50;

const SlipNumber = z.int().min(1).max(MAX_SLIPS);

/**
 * `POST /api/v1/issuers/{slug}/slips`. `label` is the event as it is printed. Consent is always asked:
 * nobody is known yet who could have given it.
 */
export const SlipSheetRequest = AwardRequest.omit({ recipients: true, consent: true }).extend({
  label: z.string().trim().min(1, 'The name of the event, as it is printed.').max(200),
  size: z.int().min(1).max(MAX_SLIPS, `At most ${MAX_SLIPS} slips on one sheet.`),
});

/** `POST /api/v1/slips/{id}/confirm`: slips by the numbers printed on them, or all that were shown. */
export const SlipConfirmation = z.union([
  z.strictObject({ numbers: z.array(SlipNumber).min(1).max(MAX_SLIPS) }),
  z.strictObject({ everybody: z.literal(true) }),
]);

/** `PATCH /api/v1/slips/{id}/people`: refuses slips that were shown, or takes that back. */
export const SlipPeopleRequest = z.strictObject({
  people: z
    .array(z.strictObject({ number: SlipNumber, refused: z.boolean() }))
    .min(1)
    .max(MAX_PEOPLE),
});
