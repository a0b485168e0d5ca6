import { setTimeout } from 'node:timers/promises';

const ASK_AGAIN_MS = 5_000;
const GIVE_UP_MS = 10_000;

/**
 * Asks an address until it answers 200, which a new domain and its certificate may take minutes for. Answers
 * what it said last where it did not in time.
 */
export async function askHealth(url: string, seconds: number): Promise<string | null> {
  const endMs = Date.now() + seconds * 1000;
  for (;;) {
    const wrong = await ask(url);
    if (wrong === null || Date.now() + ASK_AGAIN_MS > endMs) return wrong;
    await setTimeout(ASK_AGAIN_MS);
  }
}

async function ask(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(GIVE_UP_MS) });
    return answer.status === 200 ? null : `${url} answers ${answer.status}: ${await answer.text()}`;
  } catch (error) {
    return `${url} does not answer: ${error instanceof Error ? error.message : error}`;
  }
}
