import * as z from 'zod';
import type { Resolver } from './public-address.ts';

const MAX_ANSWER_BYTES = 64 * 1024;

/** The record types that hold addresses: A and AAAA (RFC 1035, RFC 3596). */
const ADDRESS_TYPES = [1, 28];

/** The JSON that public resolvers answer with: https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/ */
const DnsAnswer = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
});

/**
 * Resolves names by DNS over HTTPS, in its JSON form. Asks once for each type of address. Throws where
 * the resolver does not answer.
 *
 * @param resolverUrl such as `https://cloudflare-dns.com/dns-query`.
 */
export function dnsOverHttps(resolverUrl: string): Resolver {
  return async (host, signal) => {
    const answers = await Promise.all(
      ADDRESS_TYPES.map((type) => addressesOf(resolverUrl, host, type, signal)),
    );
    return answers.flat();
  };
}

async function addressesOf(
  resolverUrl: string,
  host: string,
  type: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const url = new URL(resolverUrl);
  url.searchParams.set('name', host);
  url.searchParams.set('type', String(type));
  const answer = await fetch(url, {
    headers: { accept: 'application/dns-json' },
    redirect: 'manual',
    signal,
  });
  const text = await answer.text();
  if (!answer.ok || text.length > MAX_ANSWER_BYTES) throw new Error('a resolver gave no answer');
  const { Answer: records } = DnsAnswer.parse(JSON.parse(text));
  return records.filter((record) => record.type === type).map(({ data }) => data);
}
