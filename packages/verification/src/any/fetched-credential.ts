import { ok, type Result, refuse } from '@laurel/core/result';
import { presentedWithinBounds } from '../bounds.ts';
import { type Presented, readPresented } from '../read.ts';
import type { NotRetrieved, Retrieve } from '../retrieve.ts';

/** A credential that another one leads to, with nothing verified. */
export type FetchedCredential = {
  readonly presented: Presented;
  readonly text: string;
  /** How long ago its server gave it. */
  readonly ageSeconds: number;
};

type Unusable = NotRetrieved | { readonly finding: 'unreadable'; readonly at: string };

/** Any form in which a credential can be served. */
const ACCEPT = [
  'application/vc',
  'application/vc+jwt',
  'application/json',
  'application/ld+json',
  'application/jwt',
];

/** Asks for a credential at an address, and reads it if it is none that costs more than any should. */
export async function fetchCredential(
  url: string,
  retrieve: Retrieve,
  maxAgeSeconds?: number,
): Promise<Result<FetchedCredential, Unusable>> {
  const answer = await retrieve(url, ACCEPT, maxAgeSeconds);
  if (!answer.ok) return answer;
  const { text, ageSeconds = 0 } = answer.value;
  const read = readPresented(text);
  return read.ok && presentedWithinBounds(read.value).ok
    ? ok({ presented: read.value, text, ageSeconds })
    : refuse({ finding: 'unreadable', at: url });
}
