import type { LetterFacts, PrintedLogo } from '@laurel/contracts/renderer-rpc';
import type { Day } from '@laurel/core/day';
import { textIn } from '@laurel/core/language';
import type { PaperSize } from '@laurel/core/paper';
import type { Desk } from '../../env.ts';
import type { ResumeEntry } from './resume-entry.ts';
import type { TypedResume } from './typed-resume.ts';

/** What a letter of confirmation says: signed facts alone, nothing that its holder typed but to whom it goes. */
export async function letterFacts(
  desk: Desk,
  { entries, language, addressee }: TypedResume,
  madeOn: Day,
  size: PaperSize,
): Promise<LetterFacts> {
  const slugs = [...new Set(entries.map(({ entry }) => entry.own.held.issuer.slug))];
  const [slug] = slugs;
  return {
    language,
    addressee,
    size,
    madeOn,
    logo: slugs.length === 1 && slug !== undefined ? await logoOf(desk, slug) : null,
    entries: entries.map(({ entry }) => letterEntry(entry)),
  };
}

function letterEntry(entry: ResumeEntry): LetterFacts['entries'][number] {
  const { achievement, issuer } = entry.own.held;
  const { signed, achievementName, issuerName, url, document } = entry;
  const { language } = achievementName;
  const inLanguage = (map: Readonly<Record<string, string>>) =>
    textIn(map, [language], achievement.sourceLanguage).text;
  return {
    url,
    language,
    kind: signed.kind,
    achievementName: achievementName.text,
    achievementDescription:
      language === signed.language
        ? signed.achievementDescription
        : inLanguage(achievement.description),
    criteria: inLanguage(achievement.criteria),
    doesNotMean: inLanguage(achievement.doesNotMean),
    issuerName: issuerName.text,
    signatories: signed.signatories,
    holder: signed.holder,
    role: entry.isRole ? achievementName.text : null,
    period: signed.period,
    hours: signed.hours,
    mentoring: signed.mentoring,
    evidenceClasses: signed.evidenceClasses,
    issuedOn: signed.issuedOn,
    validUntil: signed.validUntil,
    demonstration: issuer.demonstration,
    credential: document,
  };
}

async function logoOf({ signer }: Desk, slug: string): Promise<PrintedLogo | null> {
  const logo = await signer.shownLogo(slug);
  return logo === null
    ? null
    : { type: logo.type, bytes: Uint8Array.from(atob(logo.bytes), (one) => one.charCodeAt(0)) };
}
