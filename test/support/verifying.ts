import { z } from 'zod';
import type { Laurel } from './laurel.ts';

const Report = z.object({
  verdict: z.string(),
  checks: z.array(
    z.object({
      check: z.string(),
      result: z.enum(['pass', 'fail', 'warn', 'skipped']),
      detail: z.string().min(1),
    }),
  ),
  credential: z.unknown(),
});

export type VerifyReport = z.infer<typeof Report>;

export function postVerify(laurel: Laurel, body: unknown): Promise<Response> {
  return fetch(`${laurel.url}/api/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** `POST /api/verify`, where an answer is expected and not a refusal. */
export async function verifyBy(laurel: Laurel, body: unknown): Promise<VerifyReport> {
  const answer = await postVerify(laurel, body);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return Report.parse(await answer.json());
}

/** The check of a name in a report. */
export function checkIn(report: VerifyReport, name: string) {
  return report.checks.find(({ check }) => check === name);
}
