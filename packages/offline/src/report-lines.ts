import { isEndorsement, signedEndorsement } from '@laurel/core/endorsement';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { heldIn, isLearnerRecord } from '@laurel/core/learner-record';
import { signedFacts } from '@laurel/core/signed-facts';
import { longDate } from '@laurel/i18n/long-date';
import { mentoringWords } from '@laurel/i18n/mentoring-words';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from '@laurel/pages/finding';
import { nameOf } from '@laurel/verification/held';
import { agesOf, isNamed, meaningOf } from './said.ts';
import type { OfflineReport } from './verify-offline.ts';

/** A report as lines of text, for a terminal. */
export function reportLines(
  report: OfflineReport,
  inPdf: boolean,
  nowSeconds: number,
  messages: Messages,
): readonly string[] {
  const { message } = messages;
  const { verdict, checks, address, issuer } = report;
  const lines = [
    `${message(`verdict-${verdict}`)}: ${meaningOf(report, messages) ?? message(`verdict-${verdict}-meaning`)}`,
    ...(issuer?.demonstration === true ? [message('credential-demonstration')] : []),
    ...(issuer?.kind === 'test' ? [message('credential-test')] : []),
    ...(isNamed(report) ? ['', ...factLines(report, inPdf, messages)] : []),
    '',
    ...agesOf(report, nowSeconds, messages),
    ...(address === null ? [] : [`${message('offline-ask-online')} ${address}`]),
    '',
    ...checks.map(
      (check) =>
        `${message(`check-${check.check}`)} (${message(`result-${check.result}`)}): ${findingSentence(check, messages)}`,
    ),
  ];
  return lines.map(withoutControls);
}

/** Whoever made a file wrote its names: a terminal takes some characters for orders. */
function withoutControls(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, '\u{fffd}');
}

/** What a learner record is called, and what it holds. */
function recordLines(record: JsonObject, { message }: Messages): readonly string[] {
  return [
    message('printed-lead'),
    `${message('record-field-title')}: ${nameOf(record)}`,
    message('offline-holds'),
    ...heldIn(record)
      .filter(isJsonObject)
      .map(signedFacts)
      .map(({ achievementName, issuerName }, place) => {
        return `  ${place + 1}. ${achievementName} (${issuerName})`;
      }),
  ];
}

function endorsementLines(credential: JsonObject, { message }: Messages): readonly string[] {
  const { behaviour, story, username, endorses } = signedEndorsement(credential);
  return [
    message('endorsement-means'),
    behaviour,
    ...story.split('\n').map((line) => `  ${line}`),
    `${message('endorsement-by')}: ${username ?? message('endorsement-by-none')}`,
    `${message('endorsement-about')}: ${endorses}`,
  ];
}

/** What was signed. */
function factLines(
  { credential }: OfflineReport,
  inPdf: boolean,
  messages: Messages,
): readonly string[] {
  const { message, language } = messages;
  if (credential !== null && isLearnerRecord(credential)) return recordLines(credential, messages);
  if (credential !== null && isEndorsement(credential)) {
    return endorsementLines(credential, messages);
  }
  const facts = signedFacts(credential ?? {});
  const { holder } = facts;
  const name = {
    account: () => (holder.mode === 'account' ? holder.username : ''),
    name: () => (holder.mode === 'name' ? holder.name : ''),
    none: () => message('credential-holder-none'),
  }[holder.mode]();
  return [
    ...(inPdf ? [message('offline-in-pdf')] : []),
    message('printed-lead'),
    `${message('printed-holder')}: ${name}`,
    ...(holder.mode === 'none' ? [] : [`  ${message(`credential-holder-${holder.mode}`)}`]),
    `${message('printed-achievement')}: ${facts.achievementName}`,
    `${message('printed-issuer')}: ${facts.issuerName}`,
    ...(facts.role === null ? [] : [`${message('printed-role')}: ${facts.role}`]),
    ...(facts.period === null
      ? []
      : [`${message('printed-period')}: ${facts.period.start}/${facts.period.end}`]),
    ...(facts.hours === null ? [] : [`${message('printed-hours')}: ${facts.hours}`]),
    ...(facts.mentoring === null ? [] : mentoringWords(facts.mentoring, messages)),
    `${message('printed-issued')}: ${longDate(facts.issuedOn, language)}`,
    ...(facts.validUntil === null
      ? []
      : [`${message('printed-valid_until')}: ${longDate(facts.validUntil, language)}`]),
    ...facts.signatories.map(
      ({ name, office }) =>
        `${message('printed-signatory')}: ${office === '' ? name : `${name}, ${office}`}`,
    ),
  ];
}
