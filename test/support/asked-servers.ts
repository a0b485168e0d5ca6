import type { JsonObject } from '@laurel/core/json';
import { type ForeignIssuer, foreignIssuer } from './foreign-issuer.ts';
import { type HostileServer, startHostileServer } from './hostile-server.ts';
import { type Laurel, startLaurel } from './laurel.ts';
import { type ResolverStandIn, startResolver } from './resolver.ts';
import { verifyBy } from './verifying.ts';

/** A Laurel, and the servers of others that it may be had to ask. */
export type AskedServers = {
  readonly laurel: Laurel;
  readonly server: HostileServer;
  /** On this machine too, and allowed to nobody. */
  readonly inside: HostileServer;
  readonly resolver: ResolverStandIn;
  readonly issuer: ForeignIssuer;
  /** Publishes what the issuer publishes of its keys, as an honest server would. */
  serveKeys(headers?: Readonly<Record<string, string>>): void;
  didDocument(): string;
  /** What comes of a credential of the issuer’s. */
  verified(more?: JsonObject): ReturnType<typeof verifyBy>;
  /** What was found of the issuer’s keys, and what it came to. */
  identity(): Promise<object>;
  /** What was found of a schema at an address. */
  schemaAt(id: string): Promise<object>;
  /** Answers with a redirect at a path; the address. */
  redirecting(path: string, location: string, status?: number): string;
  /** Forgets what was asked, and serves the keys again. */
  beginAnew(): void;
  close(): Promise<void>;
};

export const REFUSED = { verdict: 'valid', result: 'fail', finding: 'address_refused' };
export const UNREACHABLE = { verdict: 'valid', result: 'fail', finding: 'unreachable' };
export const CONFORMS = { verdict: 'valid', result: 'pass', finding: 'conforms' };

export async function startAskedServers(): Promise<AskedServers> {
  const [server, inside, resolver] = await Promise.all([
    startHostileServer(),
    startHostileServer(),
    startResolver(),
  ]);
  const laurel = await startLaurel({
    localRetrievalOrigins: [server.origin],
    retrievalResolverUrl: resolver.url,
  });
  const issuer = await foreignIssuer(server.origin);

  const didDocument = () => String(issuer.published.get('/.well-known/did.json')?.body);
  const serveKeys: AskedServers['serveKeys'] = (headers = {}) => {
    server.json('/.well-known/did.json', didDocument(), headers);
  };
  const verified: AskedServers['verified'] = async (more = {}) => {
    const credential = await issuer.issue('eddsa-rdfc-2022', more, { model: 'vcdm-2.0' });
    return verifyBy(laurel, { credential });
  };
  return {
    laurel,
    server,
    inside,
    resolver,
    issuer,
    serveKeys,
    didDocument,
    verified,
    identity: async () => {
      const { verdict, checks } = await verified();
      const found = checks.find(({ check }) => check === 'identity');
      return { verdict, result: found?.result, finding: found?.finding };
    },
    schemaAt: async (id) => {
      const { verdict, checks } = await verified({ credentialSchema: { id, type: 'JsonSchema' } });
      const found = checks.find(({ check }) => check === 'schema');
      return { verdict, result: found?.result, finding: found?.finding };
    },
    redirecting: (path, location, status = 302) =>
      server.at(path, (response) => response.writeHead(status, { location }).end()),
    beginAnew: () => {
      server.asked.length = 0;
      inside.asked.length = 0;
      serveKeys();
    },
    close: async () => {
      await laurel.stop();
      await Promise.all([server.close(), inside.close(), resolver.close()]);
    },
  };
}
