import type { Reader } from '@laurel/http/reader';
import type { Desk } from '../env.ts';

/** The address of a feed, in the language of whoever made it. */
export function feedAddress({ origin }: Desk, token: string, { messages }: Reader): string {
  return `${origin}/calendar/${token}.ics?uselang=${messages.language}`;
}
