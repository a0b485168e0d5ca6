import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import type { Signatory } from '@laurel/core/signatory';
import { autonymOf } from '@laurel/i18n/autonym';
import { isolated } from '@laurel/i18n/isolated';
import { type SheetFact, sheetFacts } from './sheet-facts.ts';
import { named, prose, said, saidInAll, type Tongue, tonguesOf, type Worded } from './tongue.ts';

/** What stands in one of two columns side by side, each in its language; or in the only one. */
export type SheetColumn = {
  readonly language: LanguageTag;
  readonly direction: Direction;
  readonly label: Worded | null;
  readonly achievement: Worded;
  readonly description: Worded | null;
  readonly statements: readonly { readonly label: Worded; readonly text: Worded }[];
};

/** Every text of a certificate in its reading order: the same as in its PDF. */
export type Sheet = {
  readonly language: LanguageTag;
  readonly direction: Direction;
  readonly headings: readonly Worded[];
  readonly notes: readonly Worded[];
  readonly holderLabels: readonly Worded[];
  /** One name; or a sentence in its place, in each language. */
  readonly holder: readonly Worded[];
  readonly holderIsNamed: boolean;
  readonly holderNotes: readonly Worded[];
  readonly columns: readonly SheetColumn[];
  readonly facts: readonly SheetFact[];
  /** Said before the names of who signs, to those who do not see that they stand under lines. */
  readonly signatoryLabels: readonly Worded[];
  readonly signatories: readonly { readonly name: Worded; readonly office: Worded | null }[];
  readonly checkLabels: readonly Worded[];
  readonly check: readonly Worded[];
  readonly url: string;
  readonly footers: readonly Worded[];
};

/** What the page of a certificate says for these facts. */
export function sheetOf(facts: CertificateFacts): Sheet {
  const { language } = facts;
  const tongues = tonguesOf(facts);
  const all = (key: Parameters<typeof saidInAll>[1]) => saidInAll(tongues, key);
  return {
    language,
    direction: directionOf(language),
    headings: all(`certificate-heading-${facts.kind}`),
    notes: facts.demonstration ? all('certificate-demonstration') : [],
    holderLabels: all('certificate-holder-label'),
    ...holderTexts(facts, all),
    columns: tongues.map(columnOf),
    facts: sheetFacts(facts, tongues),
    signatoryLabels: all('certificate-signatories'),
    signatories: facts.signatories.map((one) => signatoryTexts(one, language)),
    checkLabels: all('certificate-check'),
    check: all('certificate-check-page'),
    url: facts.url,
    footers: tongues
      .filter(({ hasLabels }) => hasLabels)
      .flatMap((tongue) => [
        said(tongue, 'certificate-footer', isolated(tongue.texts.issuerName)),
        ...(tongue.messages.draft ? [said(tongue, 'certificate-draft')] : []),
        ...signedIn(facts, tongue),
      ]),
  };
}

function holderTexts(
  { holder, language }: CertificateFacts,
  all: (key: Parameters<typeof saidInAll>[1]) => readonly Worded[],
): Pick<Sheet, 'holder' | 'holderIsNamed' | 'holderNotes'> {
  switch (holder.mode) {
    case 'account':
      return {
        holder: [named(holder.username, language)],
        holderIsNamed: true,
        holderNotes: all('certificate-holder-account'),
      };
    case 'name':
      return {
        holder: [named(holder.name, language)],
        holderIsNamed: true,
        holderNotes: all('certificate-holder-self-declared'),
      };
    case 'none':
      return { holder: all('certificate-holder-none'), holderIsNamed: false, holderNotes: [] };
  }
}

/** Which of two languages was signed. */
function signedIn({ language, second }: CertificateFacts, tongue: Tongue): readonly Worded[] {
  if (second === null) return [];
  const names = [language, second.language].map((tag) => isolated(autonymOf(tag)));
  return [said(tongue, 'certificate-signed-in', ...names)];
}

function columnOf(tongue: Tongue): SheetColumn {
  const { language, achievementName, achievementDescription, criteria, doesNotMean } = tongue.texts;
  return {
    language,
    direction: directionOf(language),
    label: tongue.hasLabels ? said(tongue, 'certificate-achievement-label') : null,
    achievement: prose(achievementName, language),
    description: achievementDescription === '' ? null : prose(achievementDescription, language),
    // Without these labels two paragraphs of a second language would say what they do not say.
    statements: [
      { label: said(tongue, 'certificate-says'), text: prose(criteria, language) },
      { label: said(tongue, 'certificate-does-not-say'), text: prose(doesNotMean, language) },
    ].filter(({ text }) => text.text !== ''),
  };
}

function signatoryTexts({ name, office }: Signatory, language: LanguageTag) {
  return {
    name: named(name, language),
    office: office === '' ? null : prose(office, language),
  };
}

/** All texts of a sheet, for whoever must know its letters. */
export function textsOf(sheet: Sheet): readonly Worded[] {
  const { language } = sheet;
  const code = (text: string): Worded => ({ text, language, direction: 'ltr' });
  return [
    ...[sheet.headings, sheet.notes, sheet.holderLabels, sheet.holder, sheet.holderNotes].flat(),
    ...sheet.columns.flatMap(({ label, achievement, description, statements }) => [
      ...[label, achievement, description].filter((one) => one !== null),
      ...statements.flatMap((one) => [one.label, one.text]),
    ]),
    ...sheet.facts.flatMap(({ labels, values, iso }) => [
      ...labels,
      ...values.map((value) => value.worded),
      ...(iso === null ? [] : [code(iso)]),
    ]),
    ...sheet.signatories.flatMap(({ name, office }) => (office === null ? [name] : [name, office])),
    ...[sheet.signatoryLabels, sheet.checkLabels, sheet.check, sheet.footers].flat(),
    code(sheet.url),
  ];
}
