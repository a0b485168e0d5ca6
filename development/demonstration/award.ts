import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { DEMONSTRATION_ISSUER } from './seed.ts';
import { workshopAwards } from './workshop.ts';

/** The same key and body again give the same batch, so a second start awards nothing twice. */
const IDEMPOTENCY_KEY = 'demonstration-workshop';

const POLL_MS = 200;
const MAX_POLLS = 600;

const Accepted = z.object({ url: z.string() });

const Report = z.object({
  counts: z.record(z.string(), z.number()),
  recipients: z.array(
    z.object({
      username: z.string(),
      state: z.string(),
      credential: z.string().optional(),
      refusal: z.object({ explanation: z.string() }).optional(),
    }),
  ),
});

export type WorkshopReport = z.infer<typeof Report>;

/** Awards the example workshop through the JSON API, and waits until each row has its answer. */
export async function awardWorkshop(url: string, token: string): Promise<WorkshopReport> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const accepted = await fetch(`${url}/api/v1/issuers/${DEMONSTRATION_ISSUER.slug}/awards`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': IDEMPOTENCY_KEY },
    body: JSON.stringify(await workshopAwards()),
  });
  if (accepted.status !== 202) throw new Error(sentenceFor(await accepted.text()));
  const { pathname } = new URL(Accepted.parse(await accepted.json()).url);
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    const report = Report.parse(await (await fetch(`${url}${pathname}`, { headers })).json());
    if (report.counts.queued === 0) return report;
    await setTimeout(POLL_MS);
  }
  throw new Error('the batch of the workshop did not come to its end');
}

/** The one refusal that comes of using Laurel rightly, in words; any other as it stands. */
function sentenceFor(problem: string): string {
  return problem.includes('/problems/idempotency_key_reused')
    ? 'The example sheet differs from the one that this data was made from: npm run reset'
    : `awarding was refused: ${problem}`;
}

/** True while a token is good: another's batch is then unknown, not unauthorised. */
export async function tokenIsGood(url: string, token: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/batches/none`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.status === 404;
}
