import { credentialIdIn } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { stringAt } from '@laurel/core/json';
import type { Result } from '@laurel/core/result';
import { describe, problemHeaders } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { contentSecurityPolicy } from '@laurel/http/security-headers';
import { htmlResponse } from '@laurel/pages/document';
import { FIELDS_STYLE_HASH } from '@laurel/pages/fields/fields-style';
import { ProblemPage } from '@laurel/pages/problem-page';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import type { Report } from '@laurel/verification/report';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { VerifyForm } from '../pages/verify-form.tsx';
import { ReportPage, VerifyPage } from '../pages/verify-page.tsx';
import { countVerified } from '../presented/count-verified.ts';
import { fileReader } from '../presented/file-reader.ts';
import { type Given, givenFile, givenText } from '../presented/given.ts';
import { issuerToTell } from '../presented/known-issuer.ts';
import { fileIn, readForm } from '../presented/read-form.ts';
import { reportOn } from '../presented/report.ts';
import { surroundingsOf } from '../presented/surroundings.ts';
import { onlyMethods } from '../refuse.ts';
import { retrievalsFor } from '../retrieval/retrieve.ts';
import { offlineVerifier } from './offline-verifier.ts';

export const verifyPage = new Hono<App>();

verifyPage.get('/', async (c) => {
  const url = c.req.query('url');
  if (url !== undefined && url.trim() !== '') return answer(c, givenText(url), url);
  const reader = readerOf(c.req.raw);
  return htmlResponse(<VerifyPage reader={reader} />, reader);
});

verifyPage.post('/', async (c) => {
  const form = await readForm(c.req.raw);
  if (!form.ok) return answer(c, form, '');
  const file = await fileIn(form.value, 'file');
  const pasted = form.value.get('credential');
  const text = typeof pasted === 'string' ? pasted : '';
  if (file !== null) return answer(c, await givenFile(file, fileReader(c.env)), text);
  if (text.trim() !== '') return answer(c, givenText(text), text);
  const reader = readerOf(c.req.raw);
  return htmlResponse(<VerifyPage reader={reader} sentEmpty />, reader, { status: 422 });
});
verifyPage.get('/offline.html', offlineVerifier);
verifyPage.all('/offline.html', onlyMethods('GET', 'HEAD'));
verifyPage.all('/', onlyMethods('GET', 'HEAD', 'POST'));

/** Text up to this length is put back into the form when it could not be read. */
const MAX_REPEATED_LENGTH = 20_000;

async function answer(c: Context<App>, given: Result<Given, Failure>, text: string) {
  const reader = readerOf(c.req.raw);
  if (!given.ok) {
    const problem = describe(given.failure, reader.messages);
    const repeated = addressIn(given.failure) ?? (text.length > MAX_REPEATED_LENGTH ? '' : text);
    return htmlResponse(
      <ProblemPage problem={problem} reader={reader} path="/verify">
        <VerifyForm reader={reader} text={repeated} />
      </ProblemPage>,
      reader,
      { status: problem.status, headers: problemHeaders(given.failure, reader.messages) },
    );
  }
  const around = surroundingsOf(c, retrievalsFor(c.env));
  const report = await reportOn(given.value, around);
  countVerified(c.env, report.verdict, 'page');
  const pagePath = given.value.kind === 'address' ? pageOf(report, around.origin) : null;
  const issuer = await issuerToTell(report, around.databases, around.origin);
  return htmlResponse(
    <ReportPage report={report} issuer={issuer} pagePath={pagePath} reader={reader} />,
    reader,
    {
      headers: {
        'content-security-policy': contentSecurityPolicy({
          styles: [STYLESHEET_HASH, FIELDS_STYLE_HASH],
          scripts: [],
        }),
      },
    },
  );
}

/** What can be verified instead, put into the form. */
function addressIn(failure: Failure): string | null {
  return failure.reason === 'pdf_without_credential' ? failure.address : null;
}

/** Only for an address: whoever brings a file must not learn whether the credential's link is on. */
function pageOf(report: Report, origin: string): string | null {
  const id = credentialIdIn(origin, stringAt(report.credential, 'id') ?? '');
  return id === null ? null : `/c/${id}`;
}
