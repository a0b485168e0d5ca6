import { issuerSlugIn } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { heldIn } from '@laurel/core/learner-record';
import { SERVICE_FACE } from '@laurel/core/service-face';
import { inSet } from '@laurel/store/in-set';
import { issuers } from '@laurel/store/public/issuers';
import { issuerOf } from '@laurel/verification/ours/verify-ours';
import { and, eq, inArray } from 'drizzle-orm';
import type { PublicDatabases } from './database.ts';

/** The service as the issuer of a record, which is a demonstration where anything in it is by such an issuer. */
export async function serviceFace(
  { each }: PublicDatabases,
  origin: string,
  record: JsonObject,
): Promise<IssuerFace> {
  const slugs = heldIn(record)
    .filter(isJsonObject)
    .flatMap((one) => issuerSlugIn(origin, issuerOf(one)) ?? []);
  const invented = and(inArray(issuers.slug, inSet(slugs)), eq(issuers.demonstration, true));
  const counts = await Promise.all(each.map((db) => db.$count(issuers, invented)));
  return { ...SERVICE_FACE, demonstration: counts.some((count) => count > 0) };
}
