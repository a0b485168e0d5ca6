import type { JsonObject } from '@laurel/core/json';
import { readerOf } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { verifyPresentation } from '@laurel/verification/presentation/verify-presentation';
import type { Report } from '@laurel/verification/report';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { App } from '../env.ts';
import { checkAnswer } from '../presented/check-answer.ts';
import { publicDatabases } from '../record/database.ts';
import { registryIn } from '../record/registry.ts';
import { retrievalsFor } from '../retrieval/retrieve.ts';
import type { Found } from './routes.ts';
import type { VerifyPresentationRequest } from './verify-requests.ts';

/** Verifies the presentation of a request, and each credential in it within a budget of its own. */
export async function presentationReport(
  c: Context<App>,
  { verifiablePresentation, options }: z.infer<typeof VerifyPresentationRequest>,
): Promise<Found> {
  const { messages } = readerOf(c.req.raw);
  const registry = registryIn(publicDatabases(c.env), c.env.LAUREL_ORIGIN);
  const retrievals = retrievalsFor(c.env);
  const { challenge = null, domain = null } = options;
  const { verdict, checks, issues, credentials } = await verifyPresentation(
    verifiablePresentation,
    { challenge, domain },
    () => ({ registry, retrieve: retrievals.forCredential(), work: retrievals.work }),
    c.var.nowSeconds,
  );
  return {
    verdict,
    checks: checks.map((check) => checkAnswer(check, messages)),
    issues: issues.map(({ pointer, detail }) => ({
      pointer: `/verifiablePresentation${pointer}`,
      detail,
    })),
    more: { credentials: credentials.map((report) => credentialAnswer(report, messages)) },
  };
}

function credentialAnswer(report: Report | null, messages: Messages): JsonObject | null {
  return report === null
    ? null
    : {
        verdict: report.verdict,
        checks: report.checks.map((check) => checkAnswer(check, messages)),
      };
}
