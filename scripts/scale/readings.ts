import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { readPresented } from '@laurel/verification/read';
import * as z from 'zod';
import {
  type PublicDatabases,
  publicDatabases,
} from '../../services/verifier/src/record/database.ts';
import { findIssuer } from '../../services/verifier/src/record/issuer.ts';
import { registryAbout } from '../../services/verifier/src/record/registry-about.ts';
import {
  findShown,
  findShownWithProof,
} from '../../services/verifier/src/record/visible-credential.ts';
import type { Laurel } from '../../test/support/laurel.ts';
import { countedReads } from './counted-reads.ts';
import type { MeasuredReading } from './measured.ts';

const WithStatus = z.looseObject({
  credentialStatus: z.looseObject({ statusListCredential: z.string() }),
});

/**
 * What each way to verify a credential asks of PUBLIC, by the functions that the verifier's routes call, and how long
 * the route's answer is.
 */
export async function measureReadings(
  laurel: Laurel,
  page: string,
): Promise<{ readonly readings: readonly MeasuredReading[]; readonly statusListBytes: number }> {
  const { origin, issuer } = laurel;
  const id = page.slice(page.lastIndexOf('/') + 1);
  const text = await (await fetch(`${page}.json`)).text();
  const { credentialStatus } = WithStatus.parse(JSON.parse(text));
  const list = credentialStatus.statusListCredential;
  const presented = readPresented(text);
  if (!presented.ok) throw new Error('a credential of ours cannot be read');
  const asked = async (
    what: string,
    ask: (all: PublicDatabases, database: D1Database) => Promise<unknown>,
  ) => {
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
    const { database, counts } = countedReads(store);
    if ((await ask(publicDatabases({ PUBLIC: database }), database)) === null)
      throw new Error(what);
    return { what, ...counts };
  };
  const readings = [
    {
      ...(await asked('the page of a credential', (all) => findShownWithProof(all, origin, id))),
      bytes: await lengthOf(page),
    },
    {
      ...(await asked('its JSON', (all) => findShown(all, origin, id))),
      bytes: await lengthOf(`${page}.json`),
    },
    {
      ...(await asked('`POST /api/verify`', (all) =>
        verifyOurs(presented.value, registryAbout(presented.value, all, origin), Date.now() / 1000),
      )),
      bytes: text.length,
    },
    {
      ...(await asked('the status list', (_, database) =>
        database
          .prepare('select document from status_lists where id = ?')
          .bind(list.slice(list.lastIndexOf('/') + 1))
          .first(),
      )),
      bytes: await lengthOf(list),
    },
    {
      ...(await asked('`did.json`', ({ first }) => findIssuer(first, origin, issuer))),
      bytes: await lengthOf(`${issuerUrlOf(laurel)}/did.json`),
    },
  ];
  return { readings, statusListBytes: await lengthOf(list) };
}

function issuerUrlOf({ origin, issuer }: Laurel): string {
  return `${origin}/issuers/${issuer}`;
}

async function lengthOf(address: string): Promise<number> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}
