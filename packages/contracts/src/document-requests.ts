import { nestsWithin } from '@laurel/core/json-depth';
import { DOCUMENT_FORMS, LIST_PURPOSES } from '@laurel/core/signed-document';
import * as z from 'zod';

/** The most that one document, or a request about one, may be. */
export const MAX_DOCUMENT_BYTES = 256 * 1024;

const MAX_ID_LENGTH = 2_000;

/** Credentials nest below ten deep. */
const MAX_DEPTH = 60;

const [, , TOKEN] = DOCUMENT_FORMS;

const StatusWanted = z.looseObject({
  type: z.literal('BitstringStatusListEntry').optional(),
  statusPurpose: z.enum(LIST_PURPOSES),
});

/**
 * `POST /vc-api/credentials/issue` (W3C CCG VC-API, "Issue Credential"). What `credential` may be is for the
 * data model to say. Options that are not known change nothing, as that API has it.
 */
export const IssueDocumentRequest = z.strictObject({
  credential: z
    .record(z.string(), z.unknown())
    .refine((document) => nestsWithin(document, MAX_DEPTH), {
      message: `A document nests at most ${MAX_DEPTH} levels deep.`,
    }),
  options: z
    .looseObject({
      type: z.literal('DataIntegrityProof').optional(),
      cryptosuite: z.enum(['eddsa-rdfc-2022', 'eddsa-jcs-2022']).optional(),
      format: z.literal(TOKEN).optional(),
      credentialStatus: z
        .union([StatusWanted, z.array(StatusWanted).max(LIST_PURPOSES.length)])
        .optional(),
      credentialId: z.string().min(1).max(MAX_ID_LENGTH).optional(),
    })
    .refine(({ cryptosuite, format }) => cryptosuite === undefined || format === undefined, {
      path: ['format'],
      message: 'Give a cryptosuite or a format, not both.',
    })
    .default({}),
});

export type IssueDocumentRequest = z.infer<typeof IssueDocumentRequest>;

const StatusSaid = StatusWanted.extend({
  /** As that API once had it. */
  status: z.enum(['0', '1']).optional(),
});

/** `POST /vc-api/credentials/status` (W3C CCG VC-API, "Update Status"). Without `status` it is set. */
export const DocumentStatusRequest = z.looseObject({
  credentialId: z.string().min(1).max(MAX_ID_LENGTH),
  credentialStatus: z.union([StatusSaid, z.array(StatusSaid).min(1).max(LIST_PURPOSES.length)]),
  status: z.boolean().optional(),
});

export type DocumentStatusRequest = z.infer<typeof DocumentStatusRequest>;
