import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import type { Context } from 'hono';
import type { App } from '../env.ts';
import { EndorsementListPage, type ReportedEndorsement } from '../pages/endorsement-list-page.tsx';
import { checkAnswer } from '../presented/check-answer.ts';
import { reportOnRecord } from '../presented/report.ts';
import { publicDatabases } from '../record/database.ts';
import { findEndorsements } from '../record/endorsements.ts';
import { findVisible, type VisibleCredential } from '../record/visible-credential.ts';
import { refused } from '../refuse.ts';
import { gone } from './file.ts';

/** What people who were there say of a credential: a page, or JSON by `Accept`. */
export async function endorsementList(c: Context<App>): Promise<Response> {
  const wanted = preferredType(c.req.header('accept'), ['text/html', 'application/json']);
  if (wanted !== 'text/html') return endorsementDocuments(c);
  const listed = await listOf(c);
  if (!listed.ok) return refused(c, listed.failure);
  const reader = readerOf(c.req.raw);
  const page = <EndorsementListPage {...listed.value} reader={reader} path={c.req.path} />;
  return htmlResponse(page, reader);
}

/** The same for programs: each as it was signed, with how it stands. */
export async function endorsementDocuments(c: Context<App>): Promise<Response> {
  const listed = await listOf(c);
  if (!listed.ok) return refused(c, listed.failure);
  const { found, endorsements } = listed.value;
  const { messages } = readerOf(c.req.raw);
  return c.json(
    {
      credential: found.url,
      endorsements: endorsements.map(({ found: { url }, report }) => ({
        url,
        verdict: report.verdict,
        checks: report.checks.map((check) => checkAnswer(check, messages)),
        credential: report.credential,
      })),
    },
    200,
    { vary: 'Accept, Accept-Language' },
  );
}

type Listed = {
  readonly found: VisibleCredential;
  readonly endorsements: readonly ReportedEndorsement[];
};

/** A hidden credential costs the same statements as one that never was. */
async function listOf(c: Context<App>): Promise<Result<Listed, Failure>> {
  const { LAUREL_ORIGIN: origin } = c.env;
  const databases = publicDatabases(c.env);
  const id = c.req.param('id') ?? '';
  const found = await findVisible(databases, origin, id);
  const endorsing = await findEndorsements(databases, origin, id);
  if (found === null) return refuse({ reason: 'credential_unknown' });
  const { document, state } = found.row;
  if (document === null || state === 'revoked') return gone(state);
  const endorsements = await Promise.all(
    endorsing.map(async (one) => ({
      found: one,
      report: await reportOnRecord(databases, one, one.row.document, origin, c.var.nowSeconds),
    })),
  );
  return ok({ found, endorsements });
}
