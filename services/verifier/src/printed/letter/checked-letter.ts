import { signedFacts } from '@laurel/core/signed-facts';
import { verdictOf } from '@laurel/core/verdict';
import type { Report } from '@laurel/verification/report';
import type { GivenPdf } from '../../presented/in-pdf.ts';
import type { PresentedReport, Surroundings } from '../../presented/report.ts';
import { achievementOf } from '../named-achievement.ts';
import { isOurs, NOT_COMPARED, notCompared, readFrom } from '../not-compared.ts';
import { reportOnSeveral } from '../several.ts';
import { compareLetter, type LetterComparison } from './compare-letter.ts';
import { entryOf, type LetterSource, partOf } from './letter-parts.ts';

/**
 * A report on a letter of confirmation: each credential that is attached, and whether the letter says of it
 * what was signed. What is not signed here is not compared, and leaves its words to be told as nobody's.
 */
export async function checkedLetter(
  pdf: GivenPdf,
  reports: readonly Report[],
  around: Surroundings,
): Promise<PresentedReport> {
  const sources = await sourcesOf(reports, around);
  const compared = sources.length === 0 ? null : await comparisonOf(pdf, reports, sources, around);
  const files = [pdf.file, ...pdf.further.map(({ file }) => file)];
  const all = reports.map((report, place) => {
    const file = files[place] ?? pdf.file;
    const at = sources.findIndex((source) => source.place === place);
    const part = compared?.parts[at];
    if (part === undefined) return notCompared(report, file);
    const checks = [...report.checks, part.check];
    return {
      verdict: verdictOf(checks),
      checks,
      credential: report.credential,
      readFrom: readFrom(file),
      printed: { fields: part.fields, more: '', notSigned: null },
      credentials: null,
    };
  });
  const [only, ...others] = all;
  if (only === undefined) throw new Error('a letter without a credential');
  const said = compared === null ? null : saidOf(compared);
  if (others.length > 0) {
    return reportOnSeveral(pdf, all, compared?.check ?? NOT_COMPARED, said);
  }
  if (compared === null || only.printed === null || said === null) return only;
  // What speaks against a letter of one credential speaks against its only paragraph.
  const checks = [...reports.flatMap((report) => report.checks), compared.check];
  const printed = { ...said, fields: only.printed.fields };
  return { ...only, verdict: verdictOf(checks), checks, printed };
}

function saidOf({ more, notSigned }: LetterComparison) {
  return { fields: [], more, notSigned };
}

async function sourcesOf(
  reports: readonly Report[],
  { databases, origin }: Surroundings,
): Promise<readonly LetterSource[]> {
  const sources: LetterSource[] = [];
  for (const [place, report] of reports.entries()) {
    if (report.credential === null || !isOurs(report)) continue;
    const achievement = await achievementOf(report.credential, databases, origin);
    if (achievement === null) continue;
    sources.push({ place, facts: signedFacts(report.credential), achievement });
  }
  return sources;
}

async function comparisonOf(
  pdf: GivenPdf,
  reports: readonly Report[],
  sources: readonly LetterSource[],
  { letterWords, origin, nowSeconds }: Surroundings,
): Promise<LetterComparison> {
  const language = pdf.language ?? sources[0]?.facts.language ?? 'en';
  const entries = sources.map((source) => entryOf(source, language));
  const said = await letterWords(
    { language, entries: entries.map(({ entry }) => entry) },
    pdf.pages.length,
  );
  const parts = sources.map((source, at) => {
    const { texts } = entries[at] ?? entryOf(source, language);
    return partOf(source, texts, language, said.entries[at]?.hours ?? []);
  });
  const attached = reports.map(({ credential }) => credential?.id).filter(isText);
  return compareLetter(pdf, parts, said, { origin, nowSeconds, attached });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
