import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import * as z from 'zod';

/** All that the verifier asks the network for, by address: it is answered from memory, faster than anybody serves it. */
const documents = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));

globalThis.fetch = async (input) => {
  const url = input instanceof Request ? input.url : String(input);
  const found = documents[decodeURIComponent(url)];
  if (found === undefined) throw new Error(`verifier-core asked for ${url}`);
  return new Response(found, { headers: { 'content-type': 'application/json' } });
};

/** What others run to verify for their users: a library behind plain HTTP. It answers its whole report. */
const server = createServer(async (request, answer) => {
  const { credential } = JSON.parse(await text(request));
  const report = await verifyCredential({ credential, knownDIDRegistries: [] });
  answer.writeHead(200, { 'content-type': 'application/json' });
  answer.end(JSON.stringify(report));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
