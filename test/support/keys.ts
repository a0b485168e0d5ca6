import * as z from 'zod';
import type { Laurel } from './laurel.ts';
import { fetchJson } from './stranger.ts';

const KeyRow = z.object({
  id: z.string(),
  algorithm: z.enum(['Ed25519', 'RS256']),
  state: z.enum(['waiting', 'signing', 'retired', 'compromised']),
  signsFromSeconds: z.number(),
});

export type KeyRow = z.infer<typeof KeyRow>;

/** The keys of an issuer as they are stored, oldest first; by default of the demonstration's. */
export async function keyRows(laurel: Laurel, owner = laurel.issuer): Promise<readonly KeyRow[]> {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const { results } = await store
    .prepare(
      `select id, algorithm, signs_from_seconds as signsFromSeconds, case
        when compromised_at_seconds is not null then 'compromised'
        when retired_at_seconds is not null then 'retired'
        when waiting = 1 then 'waiting' else 'signing' end as state
      from verification_keys where owner = ? order by created_at_seconds, id`,
    )
    .bind(owner)
    .all();
  return z.array(KeyRow).parse(results);
}

/** The one key of an issuer in this state that is for this algorithm. */
export async function keyIn(
  laurel: Laurel,
  state: KeyRow['state'],
  algorithm: KeyRow['algorithm'],
  owner = laurel.issuer,
): Promise<string> {
  const found = (await keyRows(laurel, owner)).filter(
    (key) => key.state === state && key.algorithm === algorithm,
  );
  const [key] = found;
  if (key === undefined || found.length > 1) {
    throw new Error(`${found.length} ${algorithm} keys are ${state}`);
  }
  return key.id;
}

const Did = z.object({ verificationMethod: z.array(z.looseObject({ id: z.string() })) });

/** The ids of the methods in an issuer's did.json, in an order of their own. */
export async function publishedMethods(
  laurel: Laurel,
  slug = laurel.issuer,
): Promise<readonly string[]> {
  const did = Did.parse(await fetchJson(`${laurel.url}/issuers/${slug}/did.json`));
  return did.verificationMethod.map(({ id }) => id).sort();
}

const History = z.looseObject({
  publishedAt: z.string(),
  keys: z.array(
    z.looseObject({
      id: z.string(),
      createdAt: z.string(),
      signsFrom: z.string(),
      retiredAt: z.string().optional(),
      compromisedAt: z.string().optional(),
    }),
  ),
});

/** An issuer's keys.json. */
export async function publishedHistory(laurel: Laurel, slug = laurel.issuer) {
  return History.parse(await fetchJson(`${laurel.url}/issuers/${slug}/keys.json`));
}

/** A credential in its signed forms, as its holder keeps them. */
export type HeldCopies = {
  readonly page: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly RS256: string;
  readonly EdDSA: string;
};

/** Downloads all signed forms of a credential that is shown. */
export async function copiesOf(page: string): Promise<HeldCopies> {
  const jwt = async (query: string) => (await fetch(`${page}.jwt${query}`)).text();
  return {
    page,
    document: await fetchJson(`${page}.json`),
    RS256: await jwt(''),
    EdDSA: await jwt('?profile=vc-jose'),
  };
}

const Signed = z.looseObject({
  proof: z.tuple([z.looseObject({ verificationMethod: z.string() })]),
});

/** The id of the key that the proof of a document names. */
export function keyNamedBy(document: unknown): string {
  const [{ verificationMethod }] = Signed.parse(document).proof;
  return verificationMethod.split('#').at(-1) ?? '';
}
