import { isJsonObject } from '@laurel/core/json';
import * as z from 'zod';
import { MAX_CREDENTIALS } from './limits.ts';

const Url = z.url({ protocol: /^https?$/ }).max(2048);

/** A credential as an object, or as a string that holds a JWT or JSON. */
export const Credential = z.union([z.record(z.string(), z.unknown()), z.string()]);

/** An address where a credential is. */
export const Address = z.strictObject({ url: Url });

/** The body of `POST /api/verify`: exactly one of the three. What is in a list is judged one by one. */
export const VerifyRequest = z
  .strictObject({
    credential: Credential.optional(),
    url: Url.optional(),
    credentials: z.array(z.unknown()).min(1).max(MAX_CREDENTIALS).optional(),
  })
  .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, {
    message: 'Give exactly one of “credential”, “url” and “credentials”',
  });

/**
 * True for an item of a list that is an address: its only member is `url`. A credential always has
 * others, its context at least, and may have a `url` among them.
 */
export function isAddressItem(item: unknown): boolean {
  return isJsonObject(item) && Object.keys(item).length === 1 && 'url' in item;
}
