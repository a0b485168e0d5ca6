import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Laurel } from './laurel.ts';

const WORKSHOP = 'training-workshop-participation';

const Row = z.object({
  row: z.number(),
  username: z.string(),
  state: z.string(),
  award: z.string().optional(),
  claim: z.string().optional(),
  credential: z.string().optional(),
  refusal: z.looseObject({ reason: z.string(), explanation: z.string() }).optional(),
});

const Report = z.object({
  batch: z.string(),
  size: z.number(),
  counts: z.record(z.string(), z.number()),
  certificates: z.object({ ready: z.number(), expected: z.number(), parts: z.number() }),
  recipients: z.array(Row),
});

export type BatchReport = z.infer<typeof Report>;

/** A good request with one change to it per test. */
export function anAwardRequest(change: Readonly<Record<string, unknown>> = {}) {
  return {
    achievement: WORKSHOP,
    language: 'en',
    period: { start: '2026-11-14', end: '2026-11-15' },
    hours: 2.5,
    evidence: [{ class: 'organizer-attendance-list' }],
    consent: 'paper',
    recipients: [{ username: 'Ọlá of Ìbàdàn' }],
    ...change,
  };
}

let keys = 0;

/** `POST /api/v1/issuers/{slug}/awards`; `change` replaces headers, an undefined one leaves it out. */
export function postAwards(
  laurel: Laurel,
  body: unknown,
  change: Readonly<Record<string, string | undefined>> = {},
): Promise<Response> {
  keys += 1;
  const headers = Object.entries({
    authorization: `Bearer ${laurel.token}`,
    'content-type': 'application/json',
    'idempotency-key': `test-${keys}`,
    ...change,
  }).filter((header): header is [string, string] => header[1] !== undefined);
  return fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/awards`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export async function reportOf(laurel: Laurel, batch: string): Promise<BatchReport> {
  const answer = await fetch(`${laurel.url}/api/v1/batches/${batch}`, {
    headers: { authorization: `Bearer ${laurel.token}` },
  });
  expect(answer.status).toBe(200);
  return Report.parse(await answer.json());
}

/** Awards, and waits until every row has its answer. */
export async function award(
  laurel: Laurel,
  body: unknown,
  change: Readonly<Record<string, string | undefined>> = {},
): Promise<BatchReport> {
  const accepted = await postAwards(laurel, body, change);
  if (accepted.status !== 202) throw new Error(await accepted.text());
  const { batch } = z.object({ batch: z.string() }).parse(await accepted.json());
  return settledBatch(laurel, batch);
}

/** What a batch reports once every row has its answer. */
export async function settledBatch(laurel: Laurel, batch: string): Promise<BatchReport> {
  for (;;) {
    const report = await reportOf(laurel, batch);
    if (report.counts.queued === 0) return report;
    await setTimeout(50);
  }
}

/** Awards to one person with consent on paper; the credential's address. */
export async function aCredential(
  laurel: Laurel,
  change: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly page: string; readonly award: string }> {
  people += 1;
  const recipients = [{ username: `Ọlá ${people} of Ìbàdàn` }];
  const { recipients: rows } = await award(
    laurel,
    anAwardRequest({ recipients, ...change }),
    headers,
  );
  const [row] = rows;
  if (row?.credential === undefined || row.award === undefined) {
    throw new Error(`nothing was signed: ${JSON.stringify(row)}`);
  }
  return { page: row.credential, award: row.award };
}

let people = 0;

export function revoke(laurel: Laurel, award: string, body: unknown): Promise<Response> {
  return fetch(`${laurel.url}/api/v1/awards/${award}/revocation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${laurel.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
