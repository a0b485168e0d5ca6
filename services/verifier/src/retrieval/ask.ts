import { ok, type Result, refuse } from '@laurel/core/result';
import { mediaTypeOf } from '@laurel/http/media-type';
import { readAnswer } from '@laurel/http/read-body';
import type { NotRetrieved } from '@laurel/verification/retrieve';
import type { Spend } from './budget.ts';
import { isJsonType } from './json-types.ts';
import { MAX_DOCUMENT_BYTES, MAX_REDIRECTS, RETRIEVAL_TIMEOUT_MS } from './limits.ts';
import { placeOf, type Reach } from './where.ts';

/** How other servers are asked, by this deployment. */
export type Asking = Reach & {
  readonly userAgent: string;
  /** Answers for an address of ours as the routes do. */
  readonly own: (url: URL, accept: string) => Promise<Response>;
};

/** What was answered, and all that says how long it holds. */
export type Answered = {
  readonly url: string;
  readonly mediaType: string;
  readonly text: string;
  readonly headers: Headers;
  /** True where these headers are all that decide on how long it holds: nothing was redirected, nothing is ours. */
  readonly direct: boolean;
};

type Asked = Result<Answered, NotRetrieved>;

const MAX_TOLD_LENGTH = 200;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Asks for one document, anew. Each address is judged before it is asked, that of a redirect too. */
export async function ask(
  written: string,
  accept: string,
  asking: Asking,
  spend: Spend,
): Promise<Asked> {
  const signal = AbortSignal.timeout(RETRIEVAL_TIMEOUT_MS);
  let at = written;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const place = await placeOf(at, asking, signal);
    if (place.kind === 'refused') return refuse({ finding: 'address_refused', at: shortened(at) });
    if (place.kind === 'lost') return unreachable(at);
    const { url, kind } = place;
    if (kind === 'elsewhere' && !spend()) return refuse({ finding: 'budget_spent', at: url.host });
    try {
      const answer =
        kind === 'own'
          ? await asking.own(url, accept)
          : await fetch(url, {
              headers: { accept, 'user-agent': asking.userAgent },
              redirect: 'manual',
              // What may be kept is decided here, and by nobody on the way.
              cache: 'no-store',
              signal,
            });
      const next = REDIRECTS.includes(answer.status) ? answer.headers.get('location') : null;
      if (next === null)
        return await documentIn(answer, url, kind === 'elsewhere' && redirects === 0);
      await answer.body?.cancel();
      at = URL.parse(next, url)?.href ?? next;
    } catch {
      return unreachable(at);
    }
  }
  return unreachable(written);
}

async function documentIn(answer: Response, url: URL, direct: boolean): Promise<Asked> {
  const { headers, status } = answer;
  const mediaType = mediaTypeOf(headers.get('content-type'));
  if (status !== 200 || !isJsonType(mediaType)) {
    await answer.body?.cancel();
    return unreachable(url.href);
  }
  const bytes = await readAnswer(answer, MAX_DOCUMENT_BYTES);
  if (bytes === null) return unreachable(url.href);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  return ok({ url: url.href, mediaType, text, headers, direct });
}

function unreachable(at: string): Asked {
  return refuse({ finding: 'unreachable', at: URL.parse(at)?.host ?? shortened(at) });
}

/** It is told to people, and a stranger has written it. */
function shortened(address: string): string {
  return address.length > MAX_TOLD_LENGTH ? `${address.slice(0, MAX_TOLD_LENGTH)}…` : address;
}
