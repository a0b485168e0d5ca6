import type { SignedArtefact } from '@laurel/core/signed-artefact';
import { publicHash, SALT_BYTES, saltedHash, saltText } from '@laurel/log/entry';
import { hashText } from '@laurel/log/hash';
import { jsonChunks } from '@laurel/store/json-chunks';
import { logSalts, logPending as pending } from '@laurel/store/public/schema';
import { signatureOfJwt } from '@laurel/verification/ours/signature-of';
import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Signing } from '../env.ts';
import type { SignedArtefacts } from '../issue/sign.ts';

/** What is to stand in the log. */
export type ToLog =
  /** An artefact, as `credentials` has it once the batch is through. */
  | {
      readonly of: 'artefact';
      readonly credentialId: string;
      readonly artefact: SignedArtefact;
      readonly text: string;
      /** The value of the document's proof, or the third part of a token. */
      readonly signature: string;
    }
  /** What `status_lists` or `key_histories` has by then, with its {@link logHashOf} beside it. */
  | { readonly of: 'status_list'; readonly id: string; readonly logHash: string }
  | { readonly of: 'key_history'; readonly owner: string; readonly logHash: string }
  /** What a test issuer had signed; nothing of it is kept, and so it has no salt. */
  | { readonly of: 'test_document'; readonly text: string };

/** What is signed of a credential at once, as what is to stand in the log. */
export function artefactsToLog(
  credentialId: string,
  { document, proofValue, joseJwt }: SignedArtefacts,
): readonly ToLog[] {
  return [
    documentToLog(credentialId, document, proofValue),
    tokenToLog(credentialId, 'jose_jwt', joseJwt),
  ];
}

/** A document, with the value of its proof, as what is to stand in the log. */
export function documentToLog(credentialId: string, text: string, signature: string): ToLog {
  return { of: 'artefact', credentialId, artefact: 'document', text, signature };
}

/** A token as what is to stand in the log. */
export function tokenToLog(
  credentialId: string,
  artefact: Exclude<SignedArtefact, 'document'>,
  text: string,
): ToLog {
  return { of: 'artefact', credentialId, artefact, text, signature: signatureOfJwt(text) };
}

/** What stands in the log for a published text, in base64. */
export async function logHashOf(text: string): Promise<string> {
  return hashText(await publicHash(text));
}

/**
 * The statements that make texts wait for the log. They belong at the end of the very batch that records what
 * they are about: then no crash leaves anything signed and not logged. What is not on record once the batch
 * is through, or waits or stands there already, adds nothing; so they may be repeated with it.
 */
export async function logPending(
  signing: Signing,
  texts: readonly ToLog[],
): Promise<readonly BatchItem<'sqlite'>[]> {
  const salted = await Promise.all(
    texts.flatMap((one) => (one.of === 'artefact' ? [withSalt(one)] : [])),
  );
  const known = await Promise.all(
    texts.flatMap((one) => (one.of === 'artefact' ? [] : [asPublic(one)])),
  );
  return [
    ...jsonChunks(salted).flatMap((rows) => pendingArtefacts(signing, rows)),
    ...(known.length === 0 ? [] : [pendingPublic(signing, known)]),
  ];
}

async function withSalt({ text, of: _, ...artefact }: ToLog & { readonly of: 'artefact' }) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return {
    ...artefact,
    salt: saltText(salt),
    hash: hashText(await saltedHash(salt, text)),
  };
}

/** A salt that was drawn before stands, and with it what waits or is logged under it. */
function pendingArtefacts({ publicStore }: Signing, rows: string) {
  return [
    publicStore
      .insert(logSalts)
      .select(
        sql`select value->>'credentialId', value->>'signature', value->>'artefact', value->>'salt', value->>'hash'
          from json_each(${rows}) where exists (
            select 1 from credentials where id = value->>'credentialId' and
              case value->>'artefact'
                when 'document' then instr(document, '"proofValue":"' || (value->>'signature') || '"') > 0
                when 'jose_jwt' then substr(jose_jwt, -length(value->>'signature')) = value->>'signature'
                when 'rsa_jwt' then substr(rsa_jwt, -length(value->>'signature')) = value->>'signature'
              end)`,
      )
      .onConflictDoNothing(),
    publicStore
      .insert(pending)
      .select(
        sql`select null, 'credential', log_salts.hash from json_each(${rows})
          join log_salts on log_salts.hash = value->>'hash' where true`,
      )
      .onConflictDoNothing(),
  ];
}

async function asPublic(one: Exclude<ToLog, { readonly of: 'artefact' }>) {
  switch (one.of) {
    case 'status_list':
      return { kind: 'status', list: one.id, hash: one.logHash };
    case 'key_history':
      return { kind: 'key', owner: one.owner, hash: one.logHash };
    case 'test_document':
      return { kind: 'credential', hash: await logHashOf(one.text) };
  }
}

type Public = Awaited<ReturnType<typeof asPublic>>;

function pendingPublic({ publicStore }: Signing, known: readonly Public[]) {
  return publicStore
    .insert(pending)
    .select(
      sql`select null, value->>'kind', value->>'hash' from json_each(${JSON.stringify(known)})
        where not exists (select 1 from log_entries where hash = value->>'hash')
          and (value->>'list' is null or exists (select 1 from status_lists
            where id = value->>'list' and log_hash = value->>'hash'))
          and (value->>'owner' is null or exists (select 1 from key_histories
            where issuer = value->>'owner' and log_hash = value->>'hash'))`,
    )
    .onConflictDoNothing();
}
