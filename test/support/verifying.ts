import * as z from 'zod';
import type { Laurel } from './laurel.ts';

const Alone = z.object({
  verdict: z.string(),
  checks: z.array(
    z.object({
      check: z.string(),
      result: z.enum(['pass', 'fail', 'warn', 'skipped']),
      finding: z.string(),
      detail: z.string().min(1),
    }),
  ),
  credential: z.unknown(),
  readFrom: z.object({ file: z.string(), mediaType: z.string().nullable() }).optional(),
  printed: z
    .object({
      fields: z.array(z.object({ field: z.string(), signed: z.string(), printed: z.boolean() })),
      more: z.string(),
      notSigned: z
        .object({ madeOn: z.string().nullable(), addressee: z.string().nullable() })
        .optional(),
    })
    .optional(),
});

const Report = Alone.extend({ credentials: z.array(Alone).optional() });

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

/** `POST /api/verify` with a file. */
export function uploadFile(
  laurel: Laurel,
  bytes: Uint8Array<ArrayBuffer> | string,
  name = 'certificate.pdf',
): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  return fetch(`${laurel.url}/api/verify`, { method: 'POST', body: form });
}

/** The same, where an answer is expected and not a refusal. */
export async function reportOnFile(
  laurel: Laurel,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<VerifyReport> {
  const answer = await uploadFile(laurel, bytes);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return Report.parse(await answer.json());
}
