import type { LetterFacts, PrintedLogo } from '@laurel/contracts/renderer-rpc';
import type { Day } from '@laurel/core/day';
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
  const { signed, texts, url, document } = entry;
  return {
    url,
    language: texts.achievementName.language,
    kind: signed.kind,
    achievementName: texts.achievementName.text,
    achievementDescription: texts.achievementDescription,
    criteria: texts.criteria,
    doesNotMean: texts.doesNotMean,
    issuerName: texts.issuerName.text,
    signatories: signed.signatories,
    holder: signed.holder,
    role: texts.role,
    period: signed.period,
    hours: signed.hours,
    mentoring: signed.mentoring,
    evidenceClasses: signed.evidenceClasses,
    issuedOn: signed.issuedOn,
    validUntil: signed.validUntil,
    demonstration: entry.own.held.issuer.demonstration,
    credential: document,
  };
}

async function logoOf({ signer }: Desk, slug: string): Promise<PrintedLogo | null> {
  const logo = await signer.shownLogo(slug);
  return logo === null
    ? null
    : { type: logo.type, bytes: Uint8Array.from(atob(logo.bytes), (one) => one.charCodeAt(0)) };
}
