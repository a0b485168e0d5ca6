import { publicUrl, type Resolver, resolvesToPublic } from '@laurel/http/public-address';

/** Where this deployment may look for documents of others. */
export type Reach = {
  /** Our own origin, which is answered from PUBLIC. */
  readonly origin: string;
  /** Origins that may be asked though they are local; none in production. */
  readonly localOrigins: readonly string[];
  /** Finds the IP addresses of a host before it is asked; null where none is configured. */
  readonly resolver: Resolver | null;
};

/** As long as addresses are that every server takes (RFC 9110, Section 4.1, asks for 8,000). */
const MAX_ADDRESS_LENGTH = 4_000;

export type Place =
  | { readonly kind: 'own' | 'elsewhere'; readonly url: URL }
  /** Not an address that may be asked. */
  | { readonly kind: 'refused' }
  /** Its name cannot be resolved. */
  | { readonly kind: 'lost' };

/** Judges an address, as it is written and by what its name resolves to. Nothing is asked of it. */
export async function placeOf(written: string, reach: Reach, signal: AbortSignal): Promise<Place> {
  const { origin, localOrigins, resolver } = reach;
  const named = plain(written);
  if (named?.origin === origin) return { kind: 'own', url: named };
  const judged = publicUrl(named?.href ?? '', localOrigins);
  if (!judged.ok) return { kind: 'refused' };
  const url = judged.value;
  if (resolver === null || localOrigins.includes(url.origin)) return { kind: 'elsewhere', url };
  try {
    return (await resolvesToPublic(url, resolver, signal))
      ? { kind: 'elsewhere', url }
      : { kind: 'refused' };
  } catch {
    return { kind: 'lost' };
  }
}

/** Fragments are for whoever reads the document, and a host may end in a dot, ours too. */
function plain(written: string): URL | null {
  const url = URL.parse(written);
  if (url === null || written.length > MAX_ADDRESS_LENGTH) return null;
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
}
