import type { LanguageTag } from '@laurel/core/language';
import { signedFacts } from '@laurel/core/signed-facts';
import { verdictOf } from '@laurel/core/verdict';
import { certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import type { Report } from '@laurel/verification/report';
import type { GivenPdf } from '../presented/in-pdf.ts';
import type { PresentedReport, Surroundings } from '../presented/report.ts';
import type { AchievementWithIssuer } from '../record/achievement.ts';
import { comparePrint } from './compare-print.ts';
import { knownWords } from './known-words.ts';
import { checkedLetter } from './letter/checked-letter.ts';
import { achievementOf } from './named-achievement.ts';
import { isOurs, NOT_COMPARED, notCompared, readFrom } from './not-compared.ts';
import { reportOnSeveral } from './several.ts';
import { signedValues } from './signed-values.ts';

/**
 * A report on a PDF that carries these credentials, with one check more: whether its pages say what was
 * signed. Where no signature is good and ours, there is nothing to compare with.
 */
export async function checkedAgainst(
  pdf: GivenPdf,
  reports: readonly Report[],
  around: Surroundings,
): Promise<PresentedReport> {
  if (pdf.isLetter) return checkedLetter(pdf, reports, around);
  const [first, ...further] = reports;
  if (first === undefined) throw new Error('a paper without a credential');
  const compared = await checkedCertificate(pdf, first, around);
  if (further.length === 0) return compared;
  const others = further.map((report, at) =>
    notCompared(report, pdf.further[at]?.file ?? pdf.file),
  );
  const [check = NOT_COMPARED] = compared.checks.filter((one) => one.check === 'print');
  return reportOnSeveral(pdf, [compared, ...others], check, null);
}

/** The first credential of a PDF that is no letter, compared as a certificate. */
async function checkedCertificate(
  pdf: GivenPdf,
  report: Report,
  { databases, origin, printedWords }: Surroundings,
): Promise<PresentedReport> {
  const { credential, checks } = report;
  if (credential === null || !isOurs(report)) return notCompared(report, pdf.file);
  const achievement = await achievementOf(credential, databases, origin);
  const facts = signedFacts(credential);
  const tags = languagesInPrint(facts.language, achievement);
  const languages = [...new Set(tags.map(certificateLanguageFor))];
  const { labels, hours } = await printedWords(languages, facts.hours);
  const { check, fields, more } = comparePrint(
    pdf,
    signedValues(facts, hours),
    knownWords(credential, achievement, labels, tags),
  );
  const all = [...checks, check];
  return {
    verdict: verdictOf(all),
    checks: all,
    credential,
    readFrom: readFrom(pdf.file),
    printed: { fields, more, notSigned: null },
    credentials: null,
  };
}

/** The credential's, English, and any that a second language could be. */
function languagesInPrint(
  language: LanguageTag,
  achievement: AchievementWithIssuer | null,
): readonly LanguageTag[] {
  return [language, 'en', ...Object.keys(achievement?.facts.name ?? {})];
}
