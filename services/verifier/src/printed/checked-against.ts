import { type JsonObject, stringAt } from '@laurel/core/json';
import type { LanguageTag } from '@laurel/core/language';
import { signedFacts } from '@laurel/core/signed-facts';
import { type Check, verdictOf } from '@laurel/core/verdict';
import { certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import type { Report } from '@laurel/verification/report';
import type { GivenPdf } from '../presented/in-pdf.ts';
import type { PresentedReport, Surroundings } from '../presented/report.ts';
import { type AchievementWithIssuer, findAchievement } from '../record/achievement.ts';
import type { PublicDatabase } from '../record/database.ts';
import { type ComparedField, comparePrint } from './compare-print.ts';
import { knownWords } from './known-words.ts';
import { signedValues } from './signed-values.ts';

export type { ComparedField };

/**
 * A report on a credential that came in a PDF, with one check more: whether its pages say what was
 * signed. Where the signature is not good and ours, there is nothing to compare with.
 */
export async function checkedAgainst(
  pdf: GivenPdf,
  report: Report,
  { db, origin, printedWords }: Surroundings,
): Promise<PresentedReport> {
  const { credential, checks } = report;
  const readFrom = { file: pdf.file.name, mediaType: pdf.file.mediaType };
  const signed = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  const ours = checks.some(({ check, finding }) => check === 'issuer' && finding === 'known');
  if (credential === null || !signed || !ours) {
    const check: Check = { check: 'print', result: 'skipped', finding: 'not_compared', values: [] };
    return { ...report, checks: [...checks, check], readFrom, printed: null };
  }
  const achievement = await achievementOf(credential, db, origin);
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
  return { verdict: verdictOf(all), checks: all, credential, readFrom, printed: { fields, more } };
}

/** The credential's, English, and any that a second language could be. */
function languagesInPrint(
  language: LanguageTag,
  achievement: AchievementWithIssuer | null,
): readonly LanguageTag[] {
  return [language, 'en', ...Object.keys(achievement?.facts.name ?? {})];
}

function achievementOf(
  credential: JsonObject,
  db: PublicDatabase,
  origin: string,
): Promise<AchievementWithIssuer | null> {
  const url = stringAt(credential, 'credentialSubject', 'achievement', 'id') ?? '';
  const prefix = `${origin}/achievements/`;
  return url.startsWith(prefix)
    ? findAchievement(db, url.slice(prefix.length))
    : Promise.resolve(null);
}
