import fc from 'fast-check';

/** All cases of a run, over all properties together. `npm run test:properties` asks for more. */
const CASES = Number(process.env.LAUREL_PROPERTY_CASES ?? '2000');

/** The same cases again, where a run has named its seed. */
const SEED = process.env.LAUREL_PROPERTY_SEED;

/**
 * Tries a property with a part of all cases, such as 0.1. What fails is made as small as it can be, and
 * printed with the seed that brings it back.
 */
export function holds<Cases extends unknown[]>(
  part: number,
  property: fc.IAsyncProperty<Cases>,
): Promise<void> {
  return fc.assert(property, {
    numRuns: Math.max(1, Math.round(CASES * part)),
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  });
}

/** How long a test may take that tries so many. */
export const PATIENCE_MS = 60_000 + CASES * 60;
