import { ENDORSER_DISCLOSURES } from '@laurel/core/endorsement';
import * as z from 'zod';
import { Language } from './award-request.ts';
import { prose } from './nomination-requests.ts';

/** What somebody saw, in a few sentences. In characters. */
export const ENDORSEMENT_STORY_LENGTH = { min: 20, max: 1_000 } as const;

/** What whoever was asked writes. */
export const EndorsementText = z.strictObject({
  /** The id of a behaviour in the catalogue. */
  behaviour: z.string().min(1).max(63),
  /** What they saw, in plain text. */
  story: prose(ENDORSEMENT_STORY_LENGTH),
  /** The language of the story. */
  language: Language,
  /** What it says of whoever wrote it. */
  disclosure: z.enum(ENDORSER_DISCLOSURES),
});
export type EndorsementText = z.infer<typeof EndorsementText>;
