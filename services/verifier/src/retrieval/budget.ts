import { MAX_CALL_MS, MAX_FETCHES_OF_A_CALL, MAX_FETCHES_OF_A_CREDENTIAL } from './limits.ts';

/** Takes one fetch; false where there is none left. */
export type Spend = () => boolean;

/** What one call may ask of other servers; each credential of it has its part. */
export type CallBudget = { readonly forCredential: () => Spend };

/** @param nowMs a clock; all that matters is how far it has come. */
export function callBudget(nowMs: () => number): CallBudget {
  const beganMs = nowMs();
  const ofCall = atMost(MAX_FETCHES_OF_A_CALL);
  return {
    forCredential: () => {
      const ofCredential = atMost(MAX_FETCHES_OF_A_CREDENTIAL);
      return () =>
        nowMs() - beganMs < MAX_CALL_MS &&
        ofCredential.left() &&
        ofCall.take() &&
        ofCredential.take();
    },
  };
}

function atMost(most: number) {
  let taken = 0;
  return {
    left: () => taken < most,
    take: () => {
      if (taken >= most) return false;
      taken += 1;
      return true;
    },
  };
}
