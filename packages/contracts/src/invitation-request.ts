import { readInvitationLink } from '@laurel/core/invitation-link';
import * as z from 'zod';
import { textsOf } from './issuer-requests.ts';

/** A sentence or two, in UTF-16 code units. */
export const MAX_INVITATION_LENGTH = 300;

/**
 * `PUT /api/v1/issuers/{slug}/achievements/{achievement}/invitation`: what its holders are invited to next, by
 * language; leading to an address on Wikimedia's domains, to another achievement of the issuer, or nowhere.
 */
export const InvitationRequest = z
  .strictObject({
    texts: textsOf(MAX_INVITATION_LENGTH),
    url: z
      .string()
      .refine(
        (link) => readInvitationLink(link) !== null,
        'Must be an https address on Wikimedia’s domains.',
      )
      .nullable()
      .optional(),
    /** Its slug. */
    leadsTo: z.string().min(1).max(100).nullable().optional(),
  })
  .refine(({ url, leadsTo }) => (url ?? null) === null || (leadsTo ?? null) === null, {
    path: ['url'],
    message: 'Can lead to one place alone.',
  });

export type InvitationRequest = z.infer<typeof InvitationRequest>;
