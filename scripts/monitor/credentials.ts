import { credentialIdIn } from '@laurel/core/addresses';
import { dayOf } from '@laurel/core/day';
import { stringAt } from '@laurel/core/json';
import { saltedHash } from '@laurel/log/entry';
import { hashText } from '@laurel/log/hash';
import { readProof } from '@laurel/log/proof-text';
import type { Brought } from '@laurel/offline/brought';
import { readBundle } from '@laurel/offline/bundle';
import { signedText } from '@laurel/offline/signed-text';
import type { Replayed } from './replay.ts';
import { fault, good, open, type Said } from './said.ts';
import type { Served } from './served.ts';

/**
 * Whether exactly what was signed stands in the log that was replayed, by a salt from the bundle beside it or
 * else from the service. Where there is no salt the service is asked, and not believed if it says yes.
 */
export async function credentialLogged(
  file: string,
  { presented, bundle }: Brought,
  { places }: Replayed,
  served: Served,
): Promise<Said> {
  const id = stringAt(presented.credential, 'id') ?? '';
  if (credentialIdIn(served.origin, id) === null) return open(`${file} is not of this service.`);
  const proofs = bundle?.log ?? (await proofsServed(served, id)) ?? [];
  const text = signedText(presented);
  for (const proof of proofs) {
    const salt = readProof(proof)?.salt ?? null;
    if (salt === null) continue;
    const place = places.get(hashText(await saltedHash(salt, text)));
    if (place?.kind !== 'credential') continue;
    return good(
      `${file} is in the log, at place ${place.index}, since ${dayOf(place.loggedAtSeconds)}.`,
    );
  }
  if (proofs.length > 0) return fault(`${file} is not in the log: it was issued off the record.`);
  const says = await served.saysOfLog(
    presented.form === 'jwt' ? presented.token : presented.credential,
  );
  return says === 'off_record'
    ? fault(`${file} is not in the log, says the service: it was issued off the record.`)
    : open(
        `${file} came without its bundle, and cannot be looked for (the service says: ${says}).`,
      );
}

async function proofsServed(
  { text, origin }: Served,
  id: string,
): Promise<readonly string[] | null> {
  const served = await text(`${id.slice(origin.length)}.bundle.json`);
  return served === null ? null : (readBundle(served)?.log ?? null);
}
