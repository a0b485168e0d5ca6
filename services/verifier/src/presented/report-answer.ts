import type { Messages } from '@laurel/i18n/messages';
import { checkAnswer } from './check-answer.ts';
import type { PresentedReport } from './report.ts';

/** A report as programs get it: each check by its names, and as a sentence in the language they asked for. */
export function reportAnswer(report: PresentedReport, messages: Messages): object {
  const { verdict, checks, credential, readFrom, printed, credentials } = report;
  return {
    verdict,
    checks: checks.map((check) => checkAnswer(check, messages)),
    credential,
    ...(readFrom === null ? {} : { readFrom }),
    ...(printed === null ? {} : { printed: printedAnswer(printed) }),
    ...(credentials === null
      ? {}
      : { credentials: credentials.map((one) => reportAnswer(one, messages)) }),
  };
}

function printedAnswer({
  notSigned,
  ...compared
}: NonNullable<PresentedReport['printed']>): object {
  return notSigned === null ? compared : { ...compared, notSigned };
}
