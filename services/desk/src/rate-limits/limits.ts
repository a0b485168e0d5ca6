import type { RateLimit } from './spend.ts';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/**
 * Reading by the API: thirty a second. A program that asks each second what became of its batch, and
 * pages through all it has, uses a few of them; one that is caught in a loop is stopped.
 */
const API_READS: RateLimit = { name: 'api-reads', most: 1_800, windowSeconds: MINUTE };

/** Changing by the API: five a second. One call awards to ten thousand people, so that few are needed. */
const API_WRITES: RateLimit = { name: 'api-writes', most: 300, windowSeconds: MINUTE };

/** Forms of pages: one a second for five minutes, faster than anybody types. */
export const FORMS: RateLimit = { name: 'forms', most: 300, windowSeconds: 5 * MINUTE };

/**
 * New lists of people and new sheets of slips. A list may have ten thousand names, which are two hundred
 * calls to Wikimedia.
 */
const LISTS: RateLimit = { name: 'lists', most: 120, windowSeconds: HOUR };

/**
 * What asks Wikimedia while somebody waits. A list of ten thousand is gone through in two hundred
 * pages, and Wikimedia asks its clients to be sparing.
 */
const LOOKUPS: RateLimit = { name: 'lookups', most: 600, windowSeconds: HOUR };

/** Drawing what is not kept, such as the preview of a certificate or slips: the dearest of all that is read. */
const DRAWINGS: RateLimit = { name: 'drawings', most: 300, windowSeconds: HOUR };

/** Certificates of batches, five hundred at once: twenty parts are a batch of ten thousand. */
const CERTIFICATES: RateLimit = { name: 'certificates', most: 60, windowSeconds: HOUR };

/** Everything about somebody, up to five hundred certificates among it; room to begin anew where a network breaks off. */
const EXPORTS: RateLimit = { name: 'exports', most: 20, windowSeconds: HOUR };

/** New tokens: each has the limits of the API for itself, so that many would multiply them. */
const TOKENS: RateLimit = { name: 'tokens', most: 20, windowSeconds: HOUR };

/** Applications, with each language that is added to one on its way: a person reads every one. */
const APPLICATIONS: RateLimit = { name: 'applications', most: 60, windowSeconds: HOUR };

/** Nominations, counted when they are sent: a volunteer reads every one. */
export const NOMINATIONS: RateLimit = { name: 'nominations', most: 20, windowSeconds: DAY };

/** Asks for endorsements, counted when they are sent: each takes somebody’s time, and they did not offer it. */
export const ENDORSEMENTS: RateLimit = { name: 'endorsements', most: 10, windowSeconds: DAY };
/** Asks for mentoring, counted when they are sent: each is about somebody, who has to answer. */
export const MENTORING_ASKS: RateLimit = { name: 'mentoring-asks', most: 10, windowSeconds: DAY };

/**
 * Codes that are asked for about one credential, whoever asks: a room full of partners has enough of them, and
 * somebody who fills the table with them has not.
 */
export const CONFIRMATIONS: RateLimit = { name: 'confirmations', most: 60, windowSeconds: HOUR };

/**
 * Offers to wallets. Each lets five sequences of digits be tried: somebody who sees every QR code that an account
 * can make guesses the digits of one on one day of six thousand.
 */
const WALLET_OFFERS: RateLimit = { name: 'wallet-offers', most: 30, windowSeconds: DAY };

/** What wallets fetch for one account: a few forms of a few credentials, and again where they were not signed yet. */
export const WALLET_FETCHES: RateLimit = {
  name: 'wallet-fetches',
  most: 120,
  windowSeconds: 10 * MINUTE,
};

/** Every limit of pages and of the API, the general ones first. */
export const LIMITS: readonly RateLimit[] = [
  API_READS,
  API_WRITES,
  FORMS,
  LISTS,
  LOOKUPS,
  DRAWINGS,
  CERTIFICATES,
  EXPORTS,
  TOKENS,
  APPLICATIONS,
  NOMINATIONS,
  ENDORSEMENTS,
  MENTORING_ASKS,
  CONFIRMATIONS,
  WALLET_OFFERS,
  WALLET_FETCHES,
];

/** The forms and calls that are limited more tightly, whoever makes them; by method and path. */
const TIGHTER: readonly { readonly limit: RateLimit; readonly requests: RegExp }[] = [
  {
    limit: LISTS,
    requests:
      /^POST \/(?:desk|api\/v1)\/(?:issuers\/[^/]+\/(?:sheets|slips|imports\/[^/]+|figures\/unthanked)|(?:issuers\/[^/]+\/)?batches\/[^/]+\/failed-rows)$/,
  },
  {
    limit: LOOKUPS,
    requests:
      /^POST \/(?:desk|api\/v1)\/(?:issuers\/[^/]+\/(?:sheets\/[^/]+(?:\/reading)?|members(?:\/grants|\/handover)?|(?:nominations|mentorships)\/[^/]+\/award)|nominate\/[^/]+|nominations)$/,
  },
  { limit: LOOKUPS, requests: /^POST \/me\/awards\/[^/]+\/endorsements$/ },
  { limit: LOOKUPS, requests: /^POST \/me\/mentoring\/ask\/[^/]+$/ },
  { limit: LOOKUPS, requests: /^P(?:ATCH|UT) \/api\/v1\/sheets\/[^/]+\/(?:rows|reading)$/ },
  {
    limit: DRAWINGS,
    requests: /^GET \/(?:desk|api\/v1)\/(?:issuers\/[^/]+\/)?slips\/[^/]+\/print\.pdf$/,
  },
  {
    limit: DRAWINGS,
    requests:
      /^GET \/desk\/issuers\/[^/]+\/achievements\/[^/]+\/preview\/(?:certificate\.pdf|badge\.svg)$/,
  },
  { limit: DRAWINGS, requests: /^POST \/me\/awards\/[^/]+\/preview$/ },
  {
    limit: CERTIFICATES,
    requests: /^GET \/(?:desk|api\/v1)\/(?:issuers\/[^/]+\/)?batches\/[^/]+\/certificates$/,
  },
  { limit: WALLET_OFFERS, requests: /^POST \/me\/credentials\/[^/]+\/wallet$/ },
  { limit: EXPORTS, requests: /^GET \/me\/export\/archive\.zip$/ },
  { limit: TOKENS, requests: /^POST \/(?:desk|api\/v1)\/issuers\/[^/]+\/tokens$/ },
  { limit: APPLICATIONS, requests: /^POST \/(?:desk\/apply|api\/v1\/applications)$/ },
];

/** The general limit of a call to the API. */
export function apiLimit(method: string): RateLimit {
  return method === 'GET' || method === 'HEAD' ? API_READS : API_WRITES;
}

/**
 * The tighter limits of a form or a call; most have none. `path` is that of its address. HEAD is answered
 * by doing what GET does (RFC 9110, Section 9.3.2), and counted like it.
 */
export function tighterLimits(method: string, path: string): readonly RateLimit[] {
  const done = method === 'HEAD' ? 'GET' : method;
  return TIGHTER.filter(({ requests }) => requests.test(`${done} ${path}`)).map(
    ({ limit }) => limit,
  );
}
