import type { Issue } from '@laurel/core/failure';
import type { Check } from '@laurel/core/verdict';
import { readerOf } from '@laurel/http/reader';
import { otherRequest } from '@laurel/verification/presentation/answered-request';
import { readCredential } from '@laurel/verification/presentation/read-credential';
import { reportWith } from '@laurel/verification/report';
import { verify } from '@laurel/verification/verify';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { App } from '../env.ts';
import { checkAnswer } from '../presented/check-answer.ts';
import { publicDatabases } from '../record/database.ts';
import { registryIn } from '../record/registry.ts';
import { retrievalsFor } from '../retrieval/retrieve.ts';
import type { Found } from './routes.ts';
import type { VerifyCredentialRequest } from './verify-requests.ts';

/** Verifies the credential of a request, by the one path that there is. */
export async function credentialReport(
  c: Context<App>,
  { verifiableCredential, options }: z.infer<typeof VerifyCredentialRequest>,
): Promise<Found> {
  const { messages } = readerOf(c.req.raw);
  const read = readCredential(verifiableCredential, '/verifiableCredential');
  if (!read.ok) return against(read.failure);
  const { challenge = null, domain = null } = options;
  const objection = otherRequest(read.value, { challenge, domain });
  const { forCredential, work } = retrievalsFor(c.env);
  const report = await verify(
    read.value,
    {
      registry: registryIn(publicDatabases(c.env), c.env.LAUREL_ORIGIN),
      retrieve: forCredential(),
      work,
    },
    c.var.nowSeconds,
  );
  const { verdict, checks } =
    objection === null ? report : reportWith(report, { behind: [objection] });
  return {
    verdict,
    checks: checks.map((check) => checkAnswer(check, messages)),
    issues: checks.flatMap(issueIn),
    more: {},
  };
}

function against(issues: readonly Issue[]): Found {
  return { verdict: 'invalid', checks: [], issues, more: {} };
}

/** The rule of its data model that a check found broken, where it stands in the request. */
function issueIn({ check, finding, values }: Check): readonly Issue[] {
  const [pointer = '', detail = ''] = values;
  return check === 'format' && finding === 'against_data_model'
    ? [{ pointer: `/verifiableCredential${pointer === '/' ? '' : pointer}`, detail }]
    : [];
}
