import type { Laurel } from '../../../test/support/laurel.ts';
import { cpuMsOf, useOf } from '../process-tree.ts';
import type { Load } from './load-process.ts';
import { PEER, type Peer } from './peer.ts';

/** A credential that was really signed. */
export type Signed = {
  readonly id: string;
  readonly document: string;
  readonly list: string;
  readonly achievement: string;
};

/** One kind of request, of one credential after another. */
export type Asked = {
  readonly what: string;
  readonly url: string;
  readonly requests: Load['requests'];
  /** What the processes that answer have used of the processors so far. */
  readonly cpuMs: () => number;
  /** What every answer must be. */
  readonly status: number;
  readonly isVerifying: boolean;
};

/** What strangers ask for: of us, and verifying of a peer too. */
export async function askedFor(
  laurel: Laurel,
  signed: readonly Signed[],
  { url: peerUrl, pid }: Peer,
): Promise<readonly Asked[]> {
  const [first] = signed;
  if (first === undefined) throw new Error('nothing was signed');
  const html = { accept: 'text/html' };
  const list = `/status/${first.list}`;
  const issuer = `/issuers/${laurel.issuer}`;
  const ask = (what: string, requests: Load['requests'], status = 200): Asked => ({
    what,
    url: laurel.url,
    requests,
    cpuMs: () => useOf('workerd').cpuMs,
    status,
    isVerifying: false,
  });
  const unchanged = async (path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${laurel.url}${path}`, { headers });
    const etag = answer.headers.get('etag') ?? '';
    return [{ path, headers: { ...headers, 'if-none-match': etag } }];
  };
  const posted = (path: string) =>
    signed.map(({ document }) => ({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: `{"credential":${document}}`,
    }));
  const json = { accept: 'application/json' };
  return [
    ask('`POST /api/verify`', posted('/api/verify')),
    { ...ask(PEER, posted('/')), url: peerUrl, cpuMs: () => cpuMsOf(pid) },
    ask(
      '`GET /c/{id}`, the page',
      signed.map(({ id }) => ({ path: `/c/${id}`, headers: html })),
    ),
    ask(
      '`GET /c/{id}.json`',
      signed.map(({ id }) => ({ path: `/c/${id}.json` })),
    ),
    ask('`GET /status/{id}`', [{ path: list, headers: json }]),
    ask('`GET /status/{id}`, 304', await unchanged(list, json), 304),
    ask('`GET /issuers/{slug}`', [{ path: issuer, headers: html }]),
    ask('`GET /issuers/{slug}`, 304', await unchanged(issuer, html), 304),
  ].map((one) => ({ ...one, isVerifying: one.what === '`POST /api/verify`' }));
}
