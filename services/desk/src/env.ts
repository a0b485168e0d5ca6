import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import type { SignerRpc } from '@laurel/contracts/signer-rpc';
import type { VerifierRpc } from '@laurel/contracts/verifier-rpc';
import type { LanguageTag } from '@laurel/core/language';
import { readingAssets } from '@laurel/http/static-assets';
import { messagesIn } from '@laurel/i18n/load-messages';
import type { Messages } from '@laurel/i18n/messages';
import type { Counters } from '@laurel/observing/counters';
import { logDefect } from '@laurel/observing/log-defect';
import type { Dashboard } from '@laurel/wikimedia/dashboard-course';
import { userAgentOf, type Wikimedia } from '@laurel/wikimedia/wikimedia';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { type Tables, tablesBy } from './tables.ts';
import { type Sending, sendingOf } from './webhooks/sending.ts';

/** The version in the User-Agent that Wikimedia and receivers of webhooks see. */
const VERSION = '0.1.0';

export type DeskEnv = {
  readonly PRIVATE: D1Database;
  readonly WORK: Queue<WorkHint>;
  readonly DELIVERIES: Queue<DeliveryHint>;
  readonly SIGNER: SignerRpc;
  readonly RENDERER: RendererRpc;
  readonly VERIFIER: VerifierRpc;
  readonly COUNTERS: Counters;
  /** What is read by need, such as messages. */
  readonly ASSETS: Fetcher;
  readonly LAUREL_ORIGIN: string;
  readonly WIKIMEDIA_BASE_URL: string;
  readonly DASHBOARD_BASE_URL: string;
  readonly WIKIMEDIA_CLIENT_ID: string;
  readonly WIKIMEDIA_CLIENT_SECRET: string;
  /** An address or a page of whoever answers for this deployment. */
  readonly OPERATOR_CONTACT: string;
  /** Account ids of the first stewards, with commas between them. */
  readonly STEWARD_ACCOUNT_IDS: string;
  /** Webhooks may be sent to this origin though it is local: for development and tests alone. */
  readonly LOCAL_WEBHOOK_ORIGIN?: string;
  /** A resolver (DNS over HTTPS, JSON) that is asked before a webhook is sent to; empty for none. */
  readonly WEBHOOK_RESOLVER_URL: string;
  /** Moves this Worker's clock, for tests of what only time brings. Absent in production. */
  readonly CLOCK_SHIFT_SECONDS?: string;
};

/** A message of the queue: a hint that a row of the outbox is due. The row is the truth. */
export type WorkHint = { readonly outboxId: string };

/** The same of the queue of messages to webhooks, so that a slow receiver holds up nothing else. */
export type DeliveryHint = { readonly deliveryId: string };

/** What one request, message or tick works with; the clock is read once, here. */
export type Desk = {
  readonly origin: string;
  readonly nowSeconds: number;
  readonly store: DrizzleD1Database;
  readonly signer: SignerRpc;
  readonly wikimedia: Wikimedia;
  readonly dashboard: Dashboard;
  readonly renderer: RendererRpc;
  /** Asked for what strangers get to see, by ids alone, or with copies that a holder has. */
  readonly verifier: VerifierRpc;
  /** Account ids of the stewards that the deployment's settings name. */
  readonly firstStewards: readonly string[];
  readonly sending: Sending;
  readonly counters: Counters;
  /** The messages of a language, at hand from then on; of the request's own they are (`messagesFor`). */
  readonly messagesIn: (language: LanguageTag) => Promise<Messages>;
  readonly tables: Tables;
  /** Hints that rows of the outbox are due. Losing a hint loses nothing but time. */
  readonly hint: (outboxIds: readonly string[]) => Promise<void>;
  /** The same for messages to webhooks, if wanted some seconds later. */
  readonly hintDeliveries: (ids: readonly string[], delaySeconds?: number) => Promise<void>;
};

/** A queue takes at most this many messages at once (Cloudflare Queues, "Limits"). */
const MAX_MESSAGES = 100;

/** The desk of one request, message or tick. */
export function deskFor(env: DeskEnv): Desk {
  const read = readingAssets(env.ASSETS);
  const userAgent = userAgentOf(VERSION, env.OPERATOR_CONTACT);
  return {
    origin: env.LAUREL_ORIGIN,
    nowSeconds: Math.floor(Date.now() / 1000) + Number(env.CLOCK_SHIFT_SECONDS ?? 0),
    store: drizzle(env.PRIVATE),
    signer: env.SIGNER,
    renderer: env.RENDERER,
    verifier: env.VERIFIER,
    firstStewards: env.STEWARD_ACCOUNT_IDS.split(',').filter((id) => id !== ''),
    sending: sendingOf(env, VERSION),
    counters: env.COUNTERS,
    messagesIn: (language) => messagesIn(language, read),
    tables: tablesBy(read),
    wikimedia: {
      baseUrl: env.WIKIMEDIA_BASE_URL,
      clientId: env.WIKIMEDIA_CLIENT_ID,
      clientSecret: env.WIKIMEDIA_CLIENT_SECRET,
      redirectUri: `${env.LAUREL_ORIGIN}/login/callback`,
      userAgent,
    },
    dashboard: { baseUrl: env.DASHBOARD_BASE_URL, userAgent },
    hint: (outboxIds) =>
      sendHints(
        env.WORK,
        outboxIds.map((outboxId) => ({ outboxId })),
      ),
    hintDeliveries: (ids, delaySeconds = 0) =>
      sendHints(
        env.DELIVERIES,
        ids.map((deliveryId) => ({ deliveryId })),
        delaySeconds,
      ),
  };
}

/** The work is written down already, so a queue that refuses only makes it wait for the sweep. */
async function sendHints<Hint>(
  queue: Queue<Hint>,
  hints: readonly Hint[],
  delaySeconds = 0,
): Promise<void> {
  try {
    for (let at = 0; at < hints.length; at += MAX_MESSAGES) {
      await queue.sendBatch(
        hints.slice(at, at + MAX_MESSAGES).map((body) => ({ body })),
        { delaySeconds },
      );
    }
  } catch (defect) {
    logDefect(defect);
  }
}
