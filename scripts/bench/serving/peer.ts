import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

export const PEER = '`@digitalcredentials/verifier-core` behind Node’s http';

const SCHEMA = 'test/vectors/ob_v3p0_achievementcredential_schema.json';
const SCHEMA_URL =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

const Credential = z.object({
  issuer: z.object({ id: z.string() }),
  credentialStatus: z.object({ statusListCredential: z.string() }),
});

export type Peer = { readonly url: string; readonly pid: number; readonly stop: () => void };

/**
 * Starts the service of a peer in a process of its own, which knows already what these credentials need: the schema, the
 * issuer's keys and the status list. Throws unless it finds one of them valid.
 *
 * @param origin where we serve, over http; the peer names it by https.
 */
export async function startPeer(origin: string, credentials: readonly string[]): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-peer-'));
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify(await documentsFor(origin, credentials)));
  const child = fork(join(import.meta.dirname, 'peer-process.ts'), [file], { stdio: 'inherit' });
  const [port] = await once(child, 'message');
  rmSync(folder, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  await expectValid(url, credentials[0] ?? '');
  return { url, pid: child.pid ?? Number.NaN, stop: () => child.kill() };
}

async function documentsFor(origin: string, credentials: readonly string[]) {
  const documents: Record<string, string> = { [SCHEMA_URL]: readFileSync(SCHEMA, 'utf8') };
  for (const text of credentials) {
    const { issuer, credentialStatus } = Credential.parse(JSON.parse(text));
    const { statusListCredential } = credentialStatus;
    const didDocument = `${origin}/issuers/${issuer.id.split(':').at(-1)}/did.json`;
    for (const url of [statusListCredential, didDocument]) {
      const secure = url.replace(/^http:/, 'https:');
      if (documents[url] !== undefined) continue;
      const answer = await fetch(url, { headers: { accept: 'application/json' } });
      documents[url] = await answer.text();
      documents[secure] = documents[url];
    }
  }
  return documents;
}

async function expectValid(url: string, credential: string): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: `{"credential":${credential}}` });
  const report = await answer.json();
  const { log } = z
    .object({ log: z.array(z.object({ id: z.string(), valid: z.boolean().optional() })) })
    .parse(report);
  const steps = new Map(log.map(({ id, valid }) => [id, valid]));
  if (steps.get('valid_signature') !== true || steps.get('revocation_status') !== true) {
    throw new Error(`the peer does not find it valid: ${JSON.stringify(report)}`);
  }
}
