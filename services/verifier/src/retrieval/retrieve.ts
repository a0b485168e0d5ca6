import { ok, type Result, refuse } from '@laurel/core/result';
import { dnsOverHttps } from '@laurel/http/dns-over-https';
import type { NotRetrieved, Retrieve, Retrieved } from '@laurel/verification/retrieve';
import type { Sources } from '@laurel/verification/verify';
import type { VerifierEnv } from '../env.ts';
import { type Asking, ask } from './ask.ts';
import { callBudget, type Spend } from './budget.ts';
import { type Kept, keptIn } from './kept.ts';
import { ownDocument } from './own-documents.ts';

/** The version in the User-Agent that other servers see. */
const VERSION = '0.1.0';

/** What one call may ask of other servers, and what was computed in it. */
export type CallRetrievals = {
  /** Shared by all that is verified in the call. */
  readonly work: Sources['work'];
  /** For one credential of the call: with a budget of its own, within that of the call. */
  readonly forCredential: () => Retrieve;
};

type Answer = Result<Retrieved, NotRetrieved>;

/** For one call. What it has asked for once is not asked for again, whichever credential names it. */
export function retrievalsFor(env: VerifierEnv): CallRetrievals {
  const nowMs = () => Date.now();
  const asking = askingIn(env);
  const kept = keptIn(caches, env.LAUREL_ORIGIN, nowMs);
  const budget = callBudget(nowMs);
  const asked = new Map<string, Promise<Answer>>();
  return {
    work: { spent: 0 },
    forCredential: () => {
      const spend = budget.forCredential();
      return async (url, accept, maxAgeSeconds = Number.POSITIVE_INFINITY) => {
        const accepted = accept.join(', ');
        const question = JSON.stringify([url.replace(/#.*$/s, ''), accepted, maxAgeSeconds]);
        const known = asked.get(question);
        if (known !== undefined) return known;
        const answer = answerTo(url, accepted, maxAgeSeconds, { asking, kept, spend });
        asked.set(question, answer);
        const settled = await answer;
        // Another credential of this call may still have what this one has spent.
        if (!settled.ok && settled.failure.finding === 'budget_spent') asked.delete(question);
        return settled;
      };
    },
  };
}

type With = { readonly asking: Asking; readonly kept: Kept; readonly spend: Spend };

async function answerTo(
  url: string,
  accept: string,
  maxAgeSeconds: number,
  { asking, kept, spend }: With,
): Promise<Answer> {
  const copy = await kept.find(url, accept);
  if (copy !== null && (copy.ageSeconds ?? 0) <= maxAgeSeconds) return ok(copy);
  const answered = await ask(url, accept, asking, spend);
  if (!answered.ok) return refuse(answered.failure);
  await kept.keep(url, accept, answered.value);
  const { url: foundAt, mediaType, text } = answered.value;
  return ok({ url: foundAt, mediaType, text });
}

function askingIn(env: VerifierEnv): Asking {
  const { LAUREL_ORIGIN, LOCAL_RETRIEVAL_ORIGINS, RETRIEVAL_RESOLVER_URL, OPERATOR_CONTACT } = env;
  return {
    origin: LAUREL_ORIGIN,
    localOrigins: (LOCAL_RETRIEVAL_ORIGINS ?? '').split(',').filter((origin) => origin !== ''),
    resolver: RETRIEVAL_RESOLVER_URL === '' ? null : dnsOverHttps(RETRIEVAL_RESOLVER_URL),
    userAgent: `Laurel-Verifier/${VERSION} (${OPERATOR_CONTACT})`,
    own: (url, accept) => ownDocument(env, url, accept),
  };
}
