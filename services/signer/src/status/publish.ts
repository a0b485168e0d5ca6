import { statusListUrl } from '@laurel/core/addresses';
import { dayOf, startOfDay } from '@laurel/core/day';
import type { JsonObject } from '@laurel/core/json';
import type { ListPurpose } from '@laurel/core/signed-document';
import { withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { statusEntries, statusLists } from '@laurel/store/public/schema';
import { and, eq, gt, isNotNull, lt } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { controllerOf } from '../keys/key-set.ts';
import { currentKey, keysOf, signingKey } from '../keys/load.ts';
import { refuseCompromisedIn } from '../keys/refuse-compromised.ts';
import { logHashOf, logPending } from '../log/log-pending.ts';
import { encodedList } from './bits.ts';
import { decoysToBegin } from './decoys.ts';
import { STATUS_LIST_LENGTH } from './draw.ts';

/** Begins a list with its decoys, and publishes it before any credential refers to it. */
export async function beginStatusList(
  signing: Signing,
  issuer: string,
  purpose: ListPurpose,
): Promise<string> {
  const id = freshId();
  const decoys = decoysToBegin(signing.nowSeconds);
  const document = await signedList(
    signing,
    { id, issuer, purpose, length: STATUS_LIST_LENGTH },
    decoys.filter(({ setAtSeconds }) => setAtSeconds !== null).map(({ index }) => index),
  );
  const logHash = await logHashOf(document);
  await signing.publicStore.batch([
    refuseCompromisedIn(signing, document),
    signing.publicStore.insert(statusLists).values({
      id,
      issuer,
      purpose,
      length: STATUS_LIST_LENGTH,
      drawn: decoys.length,
      document,
      changes: 0,
      publishedChanges: 0,
      logHash,
    }),
    ...decoys.map((decoy) =>
      signing.publicStore.insert(statusEntries).values({ list: id, decoy: true, ...decoy }),
    ),
    ...(await logPending(signing, [{ of: 'status_list', id, logHash }])),
  ]);
  return id;
}

/**
 * Signs and publishes every list whose entries changed since. A change that comes in between leaves
 * its list marked, for the caller that made the change or for the next run.
 */
export async function publishChangedStatusLists(signing: Signing): Promise<void> {
  const changed = await signing.publicStore
    .select()
    .from(statusLists)
    .where(gt(statusLists.changes, statusLists.publishedChanges));
  for (const list of changed) {
    const set = await signing.publicStore
      .select({ index: statusEntries.index })
      .from(statusEntries)
      .where(and(eq(statusEntries.list, list.id), isNotNull(statusEntries.setAtSeconds)));
    const document = await signedList(
      signing,
      list,
      set.map(({ index }) => index),
    );
    const logHash = await logHashOf(document);
    await signing.publicStore.batch([
      signing.publicStore
        .update(statusLists)
        .set({ document, publishedChanges: list.changes, logHash })
        .where(and(eq(statusLists.id, list.id), lt(statusLists.publishedChanges, list.changes))),
      ...(await logPending(signing, [{ of: 'status_list', id: list.id, logHash }])),
    ]);
  }
}

type ListToSign = {
  readonly id: string;
  readonly issuer: string;
  readonly purpose: ListPurpose;
  readonly length: number;
};

/** A BitstringStatusListCredential (W3C Bitstring Status List 1.0, Section 2.2), verified before it leaves. */
async function signedList(
  signing: Signing,
  { id, issuer, purpose, length }: ListToSign,
  set: readonly number[],
): Promise<string> {
  const url = statusListUrl(signing.origin, id);
  const did = controllerOf(signing, issuer);
  const key = currentKey(await keysOf(signing, issuer), 'Ed25519');
  const unsigned: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: startOfDay(dayOf(signing.nowSeconds)),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await encodedList(length, set),
    },
  };
  const signed = await withDataIntegrityProof(
    unsigned,
    await signingKey(signing, issuer, key),
    signing.nowSeconds,
  );
  if (!(await hasGoodProof(signed, 'eddsa-rdfc-2022', key.jwk)))
    throw new Error('a status list that does not verify');
  return JSON.stringify(signed);
}
