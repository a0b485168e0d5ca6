import type { Issue } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import type { Check, Verdict } from '@laurel/core/verdict';
import { verdictOf } from '@laurel/core/verdict';
import { itemsOf, memberOf } from '../any/data-model/place.ts';
import { presentationRules } from '../any/data-model/presentation.ts';
import { versionOf } from '../any/data-model/version.ts';
import { proofCheck } from '../any/proof-wanted.ts';
import { checkProofsOf } from '../any/proofs.ts';
import { valuesWithinBounds } from '../bounds.ts';
import type { Presented } from '../read.ts';
import type { Report } from '../report.ts';
import { type Sources, verify } from '../verify.ts';
import { otherRequest, type ShowRequest } from './answered-request.ts';
import { readCredential } from './read-credential.ts';
import { readPresentation } from './read-presentation.ts';

/** More than anybody shows at once. */
const MAX_CREDENTIALS = 20;

/** What was found of a presentation and of each credential in it. */
export type PresentationReport = {
  readonly verdict: Verdict;
  /** Of the presentation itself. */
  readonly checks: readonly Check[];
  /** The rules that it breaks, and that its envelopes break. */
  readonly issues: readonly Issue[];
  /** One for each credential in it, in order; null for one that cannot be read. */
  readonly credentials: readonly (Report | null)[];
};

/**
 * Verifies what somebody shows at a moment: that it is a presentation, that who presents it signed it for
 * this request, and each credential in it as any other. Where nobody asked for anything, it need not be
 * signed: then it says no more than its credentials do, and one without any is not valid.
 *
 * @param sourcesFor what one credential, or the presentation itself, may ask of other servers.
 */
export async function verifyPresentation(
  value: unknown,
  request: ShowRequest,
  sourcesFor: () => Sources,
  nowSeconds: number,
): Promise<PresentationReport> {
  const read = readPresentation(value);
  if (!read.ok) return refused(read.failure);
  const { presented, document, controller } = read.value;
  const issues = [...presentationRules(document), ...sizeRules(document)];
  if (issues.length > 0) return refused(issues);

  const readings = itemsOf(memberOf({ value: document, pointer: '' }, 'verifiableCredential')).map(
    ({ value: credential, pointer }) => readCredential(credential, pointer),
  );
  const unread = readings.flatMap((one) => (one.ok ? [] : one.failure));
  const own = isUnsigned(presented, request)
    ? [formatCheck(document, presented)]
    : [
        formatCheck(document, presented),
        ...(await signatureChecks(presented, controller, request, sourcesFor(), nowSeconds)),
      ];
  const isSound = own.every(({ result }) => result === 'pass');
  const credentials: (Report | null)[] = [];
  // Who shows nonsense does not choose whom we ask.
  for (const one of isSound ? readings : []) {
    credentials.push(one.ok ? await verify(one.value, sourcesFor(), nowSeconds) : null);
  }
  return {
    verdict: sumOf(own, credentials),
    checks: own,
    issues: unread,
    credentials,
  };
}

async function signatureChecks(
  presented: Presented,
  controller: string,
  request: ShowRequest,
  { retrieve, work }: Sources,
  nowSeconds: number,
): Promise<readonly Check[]> {
  const objection = otherRequest(presented, request);
  if (objection !== null) return [objection];
  const { format, proofs, identity } = await checkProofsOf(presented, {
    controller,
    purpose: 'authentication',
    request: null,
    retrieve,
    work,
    nowSeconds,
  });
  return [...format, ...proofs, identity];
}

function isUnsigned(presented: Presented, { challenge, domain }: ShowRequest): boolean {
  const isBare = presented.form === 'embedded' && presented.credential.proof === undefined;
  return isBare && challenge === null && domain === null;
}

function sumOf(own: readonly Check[], credentials: readonly (Report | null)[]): Verdict {
  const isSigned = own.some(({ check }) => check === 'proof');
  if (isSigned || own.some(({ result }) => result !== 'pass')) {
    const verdict = verdictOf(own);
    if (verdict !== 'valid') return verdict;
  } else if (credentials.length === 0) {
    return 'unknown';
  }
  const verdicts = credentials.map((report) => report?.verdict ?? 'invalid');
  return verdicts.includes('invalid')
    ? 'invalid'
    : (verdicts.find((verdict) => verdict !== 'valid') ?? 'valid');
}

function sizeRules(document: JsonObject): readonly Issue[] {
  const credentials = memberOf({ value: document, pointer: '' }, 'verifiableCredential');
  const bounded = valuesWithinBounds(document);
  return [
    ...(bounded.ok ? [] : [{ pointer: '', detail: bounded.failure.detail }]),
    ...(itemsOf(credentials).length > MAX_CREDENTIALS
      ? [
          {
            pointer: credentials.pointer,
            detail: `At most ${MAX_CREDENTIALS} are verified at once.`,
          },
        ]
      : []),
  ];
}

function formatCheck(document: JsonObject, { form }: Presented): Check {
  const name = `VCDM ${versionOf(document)}, ${form === 'jwt' ? 'JWT' : 'Data Integrity'}`;
  return { check: 'format', result: 'pass', finding: 'verifiable_presentation', values: [name] };
}

function refused(issues: readonly Issue[]): PresentationReport {
  const checks: readonly Check[] = [
    ...issues.map(
      ({ pointer, detail }): Check => ({
        check: 'format',
        result: 'fail',
        finding: 'against_data_model',
        values: [pointer === '' ? '/' : pointer, detail],
      }),
    ),
    proofCheck('skipped', 'not_checked'),
  ];
  return { verdict: 'invalid', checks, issues, credentials: [] };
}
