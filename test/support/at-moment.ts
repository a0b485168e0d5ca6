import { vi } from 'vitest';

/** Has a stranger's library see another time while it works: not all of them can be told one. */
export async function atMoment<Answer>(
  seconds: number,
  work: () => Promise<Answer>,
): Promise<Answer> {
  vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}
