/** The essence of a media type, in lower case and without parameters (WHATWG MIME Sniffing, 4.3). */
export function mediaTypeOf(header: string | null | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The most ranges that are read of an `Accept` header; browsers send fewer than ten. */
const MAX_RANGES = 30;

/**
 * The offer that a client prefers by its `Accept` header (RFC 9110, Section 12.5.1): the highest
 * quality of the most specific range that matches, then the order of the offers. Without a header, or
 * where nothing is acceptable, the first offer: an answer helps more than 406.
 */
export function preferredType<const Offer extends string>(
  accept: string | null | undefined,
  offers: readonly [Offer, ...Offer[]],
): Offer {
  const ranges = rangesIn(accept ?? '');
  let best = offers[0];
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > bestQuality) {
      best = offer;
      bestQuality = quality;
    }
  }
  return best;
}

/** True for a browser that asks for a page; false for programs, also those that accept anything. */
export function prefersHtml(accept: string | null | undefined): boolean {
  return (
    preferredType(accept, ['application/problem+json', 'application/json', 'text/html']) ===
    'text/html'
  );
}

type Range = { readonly type: string; readonly quality: number };

function rangesIn(accept: string): readonly Range[] {
  return accept.split(',', MAX_RANGES).map((part) => {
    const [type = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const written = parameters.find((one) => one.startsWith('q='))?.slice(2);
    const quality = written === undefined ? 1 : Number(written);
    return { type, quality: Number.isNaN(quality) ? 0 : quality };
  });
}

function qualityOf(offer: string, ranges: readonly Range[]): number {
  const [major] = offer.split('/');
  for (const wanted of [offer, `${major}/*`, '*/*']) {
    const range = ranges.find(({ type }) => type === wanted);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
