import { languageTagFrom } from '@laurel/core/language';
import { proseOf } from '@laurel/core/prose';
import * as z from 'zod';
import { MAX_LANGUAGES } from './issuer-requests.ts';

export const MAX_LEAVING_THANKS_LENGTH = 600;
export const MAX_HAND_OVER_ITEMS = 30;
export const MAX_HAND_OVER_ITEM_LENGTH = 200;

const texts = (maxLength: number) =>
  z
    .record(
      z.string().refine((tag) => languageTagFrom(tag) === tag, 'A BCP 47 language tag.'),
      z
        .string()
        .transform(proseOf)
        .refine((text) => text !== '', 'Leave out a text that is empty.')
        .refine((text) => text.length <= maxLength, `At most ${maxLength} characters.`),
    )
    .refine(
      (map) => Object.keys(map).length <= MAX_LANGUAGES,
      `At most ${MAX_LANGUAGES} languages.`,
    );

/** What is to be handed over, in one language or more. */
export const HandOverItem = texts(MAX_HAND_OVER_ITEM_LENGTH).refine(
  (map) => Object.keys(map).length > 0,
  'In one language at least.',
);

/** `PUT …/leaving`: what an issuer says and asks of whoever leaves a role of its own. */
export const LeavingRequest = z.strictObject({
  thanks: texts(MAX_LEAVING_THANKS_LENGTH),
  items: z.array(HandOverItem).max(MAX_HAND_OVER_ITEMS),
  offersAward: z.boolean().default(false),
});

export type LeavingRequest = z.infer<typeof LeavingRequest>;

/** `PUT /api/v1/awards/{id}/hand-over/items/{item}`: whether a thing has arrived. */
export const HandOverTick = z.strictObject({ handedOver: z.boolean() });
