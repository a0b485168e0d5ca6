import type { AchievementKind } from '@laurel/core/achievement';
import type { AchievementTheme } from '@laurel/core/achievement-theme';
import type { BadgeSize } from '@laurel/core/badge-size';
import type { LogoType } from '@laurel/core/issuer';
import type { LanguageTag } from '@laurel/core/language';
import type { Paper, PaperSize } from '@laurel/core/paper';
import type { PdfFault } from '@laurel/core/pdf-fault';
import type { Result } from '@laurel/core/result';
import type { Signatory } from '@laurel/core/signatory';
import type { CertificateHolder } from '@laurel/core/signed-facts';
import type { SignedMentoring } from '@laurel/core/signed-mentoring';
import type { LetterWords, PdfParts, PrintedWords } from './pdf-parts.ts';

/** An issuer's own logo, as it was checked when it was given. */
export type PrintedLogo = { readonly type: LogoType; readonly bytes: Uint8Array };

/**
 * Texts in a second language, printed beside those that were signed. They are of the same version of
 * the achievement, which never changes.
 */
export type SecondLanguage = {
  readonly language: LanguageTag;
  readonly achievementName: string;
  readonly achievementDescription: string;
  readonly criteria: string;
  readonly doesNotMean: string;
  readonly issuerName: string;
};

/**
 * What stands on a certificate. Each fact is one that the credential signs, in the credential's one
 * language, but for the logo and a second language; the renderer adds nothing that it was not given.
 */
export type CertificateFacts = {
  readonly credentialId: string;
  /** The credential's public address: printed, and in the QR code. */
  readonly url: string;
  readonly language: LanguageTag;
  readonly kind: AchievementKind;
  /** Null where the achievement has none. */
  readonly theme: AchievementTheme | null;
  /** What fine lines grow from: the same for an achievement in every version and language, and for no other. */
  readonly artSeed: string;
  readonly achievementName: string;
  readonly achievementDescription: string;
  readonly criteria: string;
  readonly doesNotMean: string;
  readonly issuerName: string;
  /** Null where the issuer has none. */
  readonly logo: PrintedLogo | null;
  /** Who signs for the issuer, as it was signed; at most two. */
  readonly signatories: readonly Signatory[];
  readonly holder: CertificateHolder;
  readonly role: string | null;
  /** Days, `YYYY-MM-DD`. */
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly hours: number | null;
  /** Null but for mentoring. */
  readonly mentoring: SignedMentoring | null;
  /** Names from `EVIDENCE_CLASSES`; others are not printed. */
  readonly evidenceClasses: readonly string[];
  /** Days, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly validUntil: string | null;
  /** Prints a plain line that this is a demonstration. */
  readonly demonstration: boolean;
  /**
   * The signed credential, byte for byte as it is served. Null for a preview of what nobody was awarded:
   * it says so, and carries no credential.
   */
  readonly credential: string | null;
  /** What is needed to verify it without us, attached beside it; null where nothing is attached. */
  readonly bundle: string | null;
  /** Null where the certificate is in one language. */
  readonly second: SecondLanguage | null;
};

/**
 * The most certificates in one set. A request may make 32 invocations of Workers in all (Cloudflare
 * Workers, Limits), nested ones too, and a message of theirs holds 32 MiB: five hundred are ten sets, each two
 * invocations, of some megabytes and a second or two of processor time.
 */
export const CERTIFICATES_PER_SET = 50;

/** A text in a language of its own, beside others. */
export type TextInLanguage = { readonly text: string; readonly language: LanguageTag };

/** What stands on a sheet of blank slips. They name nobody. */
export type SlipSheetFacts = {
  /** Of what is said around the facts. */
  readonly language: LanguageTag;
  readonly size: PaperSize;
  readonly event: string;
  readonly issuerName: TextInLanguage;
  readonly achievementName: TextInLanguage;
  /** Where a code is typed, as it is printed. */
  readonly typedAt: string;
  /** Days, `YYYY-MM-DD`: of the file, and the last one on which a slip is good. */
  readonly madeOn: string;
  readonly endsOn: string;
  /** At most {@link MAX_SLIPS} of `@laurel/core/slip-code`. `url` is in the QR code. */
  readonly slips: readonly {
    readonly number: number;
    readonly code: string;
    readonly url: string;
  }[];
};

/** A credential in a letter: signed facts, with texts of the same version in the language that was chosen. */
export type LetterEntry = Pick<
  CertificateFacts,
  | 'url'
  | 'language'
  | 'kind'
  | 'achievementName'
  | 'achievementDescription'
  | 'criteria'
  | 'doesNotMean'
  | 'issuerName'
  | 'signatories'
  | 'holder'
  | 'role'
  | 'period'
  | 'hours'
  | 'mentoring'
  | 'evidenceClasses'
  | 'issuedOn'
  | 'validUntil'
  | 'demonstration'
> & {
  /** Byte for byte as it is served. */
  readonly credential: string;
};

/** What stands in a letter of confirmation, which a holder puts together from credentials. */
export type LetterFacts = {
  /** Of what is said around the facts. */
  readonly language: LanguageTag;
  readonly size: PaperSize;
  /** Empty where it is for whom it may concern. */
  readonly addressee: string;
  /** A day, `YYYY-MM-DD`. */
  readonly madeOn: string;
  /** Where all credentials are of one issuer, its logo if it has one. */
  readonly logo: PrintedLogo | null;
  /** At most {@link MAX_LETTER_ENTRIES}. */
  readonly entries: readonly LetterEntry[];
};

/** What a letter says, but for what its holder typed, its logo and its files. */
export type LetterSaid = {
  readonly language: LanguageTag;
  readonly entries: readonly Omit<LetterEntry, 'credential'>[];
};

/** The most credentials in a letter: some six pages. */
export const MAX_LETTER_ENTRIES = 20;

/** A certificate as it was drawn. */
export type Certificate = {
  readonly pdf: Uint8Array;
  /** Characters that no font draws, each once: the page shows their code points in boxes. */
  readonly boxed: readonly string[];
};

export type RendererMemory = {
  /** Font files that are open. */
  readonly fontBytes: number;
  /** WebAssembly memory of the shaping engine, fonts among it; it grows and never shrinks. */
  readonly engineBytes: number;
};

/**
 * The renderer Worker, by service binding. Pure: the same facts give the same bytes, in any process.
 * Throws only on a defect; a character that cannot be drawn is shown by its code point, never refused.
 */
export type RendererRpc = {
  /**
   * A certificate with the credential attached as `credential.json` and its bundle as `laurel-proof.json`,
   * and what of it no font draws; on A4 in landscape where no paper is named.
   */
  renderCertificate(facts: CertificateFacts, paper?: Paper): Promise<Certificate>;
  /** The same certificate alone. */
  renderPdf(facts: CertificateFacts, paper?: Paper): Promise<Uint8Array>;
  /** At most {@link CERTIFICATES_PER_SET} of them, in order, with fonts that are read once for all. */
  renderSet(facts: readonly CertificateFacts[], paper?: Paper): Promise<readonly Uint8Array[]>;
  /** Slips to be cut apart, two by four on upright pages. */
  renderSlips(facts: SlipSheetFacts): Promise<Uint8Array>;
  /** A letter on upright pages, with each credential attached as `credential-1.json` and so on. */
  renderLetter(facts: LetterFacts): Promise<Uint8Array>;
  /** The badge with the credential baked in, as SVG text. */
  renderSvg(facts: CertificateFacts): Promise<string>;
  /**
   * The badge with the credential baked in, so many pixels square; 512 where none are named. The smallest
   * one is drawn more simply, so that it is seen what it shows.
   */
  renderPng(facts: CertificateFacts, pixels?: BadgeSize): Promise<Uint8Array>;
  /** What is shown where the credential's address is shared: a PNG of 1200 by 630 pixels, without the credential. */
  renderSocial(facts: CertificateFacts): Promise<Uint8Array>;
  /** What a stranger’s PDF holds, or why it is not looked into. Runs nothing of it, and fetches nothing. */
  takeApart(pdf: Uint8Array): Promise<Result<PdfParts, PdfFault>>;
  /** What certificates in these languages say of their own, and how they say these hours. */
  printedWords(languages: readonly LanguageTag[], hours: number | null): Promise<PrintedWords>;
  /** What a letter of these facts says on so many pages, and once said. */
  letterWords(said: LetterSaid, pages: number): Promise<LetterWords>;
  /** What the fonts that were read so far take. */
  memory(): Promise<RendererMemory>;
  /** Answers where its fonts can be read. */
  health(): Promise<{ readonly ok: true }>;
};
