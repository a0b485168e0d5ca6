import { createServer } from 'node:http';

/** A resolver (DNS over HTTPS, JSON) that knows what it is told to. */
export type ResolverStandIn = {
  readonly url: string;
  readonly asked: string[];
  /** The addresses of a name from now on; null where the resolver is to break. */
  know(name: string, addresses: readonly string[] | null): void;
  close(): Promise<void>;
};

const A = 1;
const AAAA = 28;

export async function startResolver(): Promise<ResolverStandIn> {
  const known = new Map<string, readonly string[] | null>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://resolver.invalid');
    const name = searchParams.get('name') ?? '';
    const type = Number(searchParams.get('type'));
    asked.push(name);
    const addresses = known.get(name);
    if (addresses === null) return response.writeHead(500).end();
    const records = (addresses ?? [])
      .map((data) => ({ name, type: data.includes(':') ? AAAA : A, TTL: 60, data }))
      .filter((record) => record.type === type);
    response.writeHead(200, { 'content-type': 'application/dns-json' });
    return response.end(
      JSON.stringify(records.length === 0 ? { Status: 3 } : { Status: 0, Answer: records }),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/dns-query`,
    asked,
    know: (name, addresses) => known.set(name, addresses),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
