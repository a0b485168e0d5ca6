import { LOG_OWNER, RECORD_OWNER, ROOT_OWNER } from '@laurel/core/key-owners';
import type { Store } from '../../../development/state-files.ts';
import { type Ask, type Row, setOf } from '../ask.ts';
import type { Invariant } from '../invariant.ts';

/** The cron copies each minute, whatever a call left. */
const HOUR_SECONDS = 3_600;

/** That no database goes on by a key of the service that the first one has ended, or lacks one. */
export const SERVICE_KEYS_ARE_COPIED: Invariant = {
  name: 'service-keys-are-copied',
  sentence: 'What the first database says of the service’s keys since an hour, the others say too.',
  breaches: async function* ({ ask, publicStores: [first, ...others] }) {
    if (first === undefined || others.length === 0) return;
    const wanted = await serviceKeys(ask, first);
    for (const store of others) {
      const copies = await serviceKeys(ask, store);
      for (const id of new Set([...wanted.keys(), ...copies.keys()])) {
        const [original, copy] = [wanted.get(id), copies.get(id)];
        const isFresh = original?.is_fresh === 1 || copy?.is_fresh === 1;
        if (original?.said !== copy?.said && !isFresh) yield `${store} ${id}`;
      }
    }
  },
};

async function serviceKeys(ask: Ask, store: Store): Promise<ReadonlyMap<string, Row>> {
  const rows = await ask(
    store,
    `select id, json_array(owner, algorithm, jwk, multibase, created_at_seconds, waiting, signs_from_seconds,
        retired_at_seconds, compromised_at_seconds) as said,
      max(created_at_seconds, signs_from_seconds, coalesce(retired_at_seconds, 0)) > unixepoch() - ${HOUR_SECONDS} as is_fresh
      from verification_keys where owner in ${setOf([ROOT_OWNER, LOG_OWNER, RECORD_OWNER])}`,
  );
  return new Map(rows.map((row) => [String(row.id), row]));
}
