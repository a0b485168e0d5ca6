import { statusListUrl } from '@laurel/core/addresses';
import { dayOf, startOfDay } from '@laurel/core/day';
import type { JsonObject } from '@laurel/core/json';
import type { ListPurpose } from '@laurel/core/signed-document';
import type { PublishedKey } from '@laurel/core/verification-key';
import { withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { statusEntries, statusLists } from '@laurel/store/public/schema';
import { and, eq, gt, isNotNull, lt } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Signing } from '../env.ts';
import { freshIdIn } from '../fresh-id.ts';
import { fastPathDiffers } from '../issue/alarm.ts';
import { controllerOf } from '../keys/key-set.ts';
import { currentKey, keysOf, signingKey } from '../keys/load.ts';
import { areCompromised, refuseCompromised } from '../keys/refuse-compromised.ts';
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
  const id = freshIdIn(signing);
  const decoys = decoysToBegin(signing.nowSeconds);
  const list = { id, issuer, purpose, length: STATUS_LIST_LENGTH };
  const set = decoys.filter(({ setAtSeconds }) => setAtSeconds !== null);
  await publish(
    signing,
    list,
    set.map(({ index }) => index),
    (text) => [
      signing.publicStore.insert(statusLists).values({
        ...list,
        ...text,
        drawn: decoys.length,
        changes: 0,
        publishedChanges: 0,
      }),
      ...decoys.map((decoy) =>
        signing.publicStore.insert(statusEntries).values({ list: id, decoy: true, ...decoy }),
      ),
    ],
  );
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
    await publish(
      signing,
      list,
      set.map(({ index }) => index),
      (text) => [
        signing.publicStore
          .update(statusLists)
          .set({ ...text, publishedChanges: list.changes })
          .where(and(eq(statusLists.id, list.id), lt(statusLists.publishedChanges, list.changes))),
      ],
    );
  }
}

type PublishedText = { readonly document: string; readonly logHash: string };

/**
 * Signs a list and has these statements make it public, in one transaction with its entry in the log. Where
 * its key turns out to be stolen meanwhile, nothing is public, and the next key signs.
 */
async function publish(
  signing: Signing,
  list: ListToSign,
  set: readonly number[],
  publishing: (text: PublishedText) => readonly BatchItem<'sqlite'>[],
): Promise<void> {
  const key = currentKey(await keysOf(signing, list.issuer), 'Ed25519');
  const document = await signedList(signing, list, key, set);
  const logHash = await logHashOf(document);
  const logging = await logPending(signing, [{ of: 'status_list', id: list.id, logHash }]);
  try {
    await signing.publicStore.batch([
      refuseCompromised(signing, [key.id]),
      ...publishing({ document, logHash }),
      ...logging,
    ]);
  } catch (defect) {
    if (!(await areCompromised(signing, [key.id]))) throw defect;
    await publish(signing, list, set, publishing);
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
  key: PublishedKey,
  set: readonly number[],
): Promise<string> {
  const url = statusListUrl(signing.origin, id);
  const did = controllerOf(signing, issuer);
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
    fastPathDiffers(signing),
  );
  if (!(await hasGoodProof(signed, 'eddsa-rdfc-2022', key.jwk)))
    throw new Error('a status list that does not verify');
  return JSON.stringify(signed);
}
