import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { heldIn, isLearnerRecord, MAX_RECORD_CREDENTIALS } from '@laurel/core/learner-record';
import type { Check, CheckFindings, CheckResult, Verdict } from '@laurel/core/verdict';
import type { Presented } from './read.ts';
import { readPresentedJson } from './read.ts';
import { type Report, reportWith } from './report.ts';

/** Verifies one of the credentials that a record holds, the first of which is 0. */
export type VerifyHeld = (held: Presented, place: number) => Promise<Report>;

/**
 * The report of a learner record with one check for each credential in it: each is its own issuer's word,
 * and is verified like any other. Of what is no record, or was not signed as it stands, the report is as it was:
 * who sends nonsense does not choose whom we ask.
 */
export async function withHeld(
  report: Report,
  credential: JsonObject,
  verifyHeld: VerifyHeld,
): Promise<Report> {
  if (!isLearnerRecord(credential) || !isProven(report)) return report;
  const held = heldIn(credential);
  if (held.length > MAX_RECORD_CREDENTIALS) {
    return reportWith(report, { behind: [tooMany(MAX_RECORD_CREDENTIALS)] });
  }
  const behind: Check[] = [];
  for (const [place, one] of held.entries()) behind.push(await checkHeld(one, place, verifyHeld));
  return reportWith(report, { behind });
}

const RESULTS: Readonly<Partial<Record<Verdict, CheckResult>>> = { valid: 'pass', unknown: 'warn' };

async function checkHeld(one: unknown, place: number, verifyHeld: VerifyHeld): Promise<Check> {
  const number = String(place + 1);
  const presented = readPresentedJson(one);
  if (!presented.ok) return found('fail', 'invalid', number, '');
  const { credential } = presented.value;
  const name = nameOf(credential);
  if (isLearnerRecord(credential)) return found('warn', 'nested', number, name);
  const { verdict } = await verifyHeld(presented.value, place);
  return heldCheck(verdict, place, name);
}

/** What is told of one of several, the first of which is 0, by how it stands. */
export function heldCheck(verdict: Verdict, place: number, name: string): Check {
  return found(RESULTS[verdict] ?? 'fail', verdict, String(place + 1), name);
}

/** That there are more than are verified. */
export function tooMany(most: number): Check {
  return found('warn', 'too_many', String(most));
}

/** What a credential calls itself, as far as that is one text. */
export function nameOf(credential: JsonObject): string {
  const subject = credential.credentialSubject;
  return (
    stringAt(credential, 'name') ??
    (isJsonObject(subject) ? stringAt(subject, 'achievement', 'name') : null) ??
    ''
  );
}

function isProven({ checks }: Report): boolean {
  const own = checks.filter(({ check }) => check === 'format' || check === 'proof');
  return (
    own.every(({ result }) => result !== 'fail') &&
    own.some(({ check, result }) => check === 'proof' && result === 'pass')
  );
}

function found(
  result: CheckResult,
  finding: CheckFindings['held'],
  ...values: readonly string[]
): Check {
  return { check: 'held', result, finding, values };
}
