import type { Verdict } from '@laurel/core/verdict';

/** What must not be relied on, for now or for ever, is not shown with anybody's name. */
export const NAMELESS: readonly Verdict[] = ['invalid', 'revoked', 'withdrawn', 'suspended'];
