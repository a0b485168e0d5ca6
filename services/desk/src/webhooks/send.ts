import { publicUrl, resolvesToPublic } from '@laurel/http/public-address';
import type { Sending } from './sending.ts';

/** What keeps a message from being answered at all. */
export const NO_ANSWERS = ['timeout', 'unreachable', 'unresolved', 'not_public', 'ended'] as const;
type NoAnswer = (typeof NO_ANSWERS)[number];

/** How an attempt went: the status code of the answer, or why there is none. */
export type Attempt = { readonly status: number } | { readonly none: NoAnswer };

/** For finding the receiver, and for its answer, both together. */
const TIMEOUT_MS = 5_000;

/**
 * Sends one message and looks at the status of the answer alone: its body is not read, and a redirect is
 * an answer like any other, as it may lead to where nothing may be sent. Where the receiver lies is
 * judged anew with every attempt.
 */
export async function send(
  { localOrigins, resolver, userAgent }: Sending,
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Attempt> {
  const url = publicUrl(address, localOrigins);
  if (!url.ok) return { none: 'not_public' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  if (resolver !== null && !localOrigins.includes(url.value.origin)) {
    try {
      if (!(await resolvesToPublic(url.value, resolver, signal))) return { none: 'not_public' };
    } catch {
      return { none: 'unresolved' };
    }
  }
  try {
    const answer = await fetch(url.value, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': userAgent, ...headers },
      body,
      redirect: 'manual',
      signal,
    });
    await answer.body?.cancel();
    return { status: answer.status };
  } catch {
    return { none: signal.aborted ? 'timeout' : 'unreachable' };
  }
}
