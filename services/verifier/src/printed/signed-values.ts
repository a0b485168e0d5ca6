import type { Signatory } from '@laurel/core/signatory';
import type { SignedFacts } from '@laurel/core/signed-facts';
import type { PrintedField } from '@laurel/core/verdict';
import { certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import { longDate } from '@laurel/i18n/long-date';

/** A field that is signed and printed, with the ways of printing it. Each way is texts that all stand there. */
export type SignedValue = {
  readonly field: PrintedField;
  /** What was signed, for a reader. */
  readonly signed: string;
  readonly ways: readonly (readonly string[])[];
};

/** What a certificate of these facts says in print; a field that is not signed is not in it. */
export function signedValues(
  facts: SignedFacts,
  hoursInWords: readonly string[],
): readonly SignedValue[] {
  const { period, hours, validUntil, holder } = facts;
  const language = certificateLanguageFor(facts.language);
  return [
    ...(holder.mode === 'none'
      ? []
      : [plain('holder', holder.mode === 'name' ? holder.name : holder.username)]),
    plain('achievement', facts.achievementName),
    plain('issuer', facts.issuerName),
    ...(facts.role === null ? [] : [plain('role', facts.role)]),
    ...(period === null ? [] : [between(period, language)]),
    ...(hours === null ? [] : [lasting(hours, hoursInWords)]),
    day('issued', facts.issuedOn, language),
    ...(validUntil === null ? [] : [day('valid_until', validUntil, language)]),
    ...facts.signatories.map(signatory),
    ...(facts.url === null ? [] : [plain('address', facts.url)]),
  ];
}

/** Name and office each stand on lines of their own. */
function signatory({ name, office }: Signatory): SignedValue {
  const texts = [name, office].filter((text) => text.trim() !== '');
  return { field: 'signatory', signed: texts.join(', '), ways: [texts] };
}

function plain(field: PrintedField, signed: string): SignedValue {
  return { field, signed, ways: [[signed]] };
}

function day(field: PrintedField, iso: string, language: string): SignedValue {
  return { field, signed: iso, ways: [[iso], [longDate(iso, language)]] };
}

function between(
  { start, end }: { readonly start: string; readonly end: string },
  language: string,
): SignedValue {
  const interval = start === end ? start : `${start}/${end}`;
  const inWords = [longDate(start, language), longDate(end, language)];
  return { field: 'period', signed: interval, ways: [[interval], [start, end], inWords] };
}

/** In any language that labels are printed in; a number alone could be any number of the page. */
function lasting(hours: number, inWords: readonly string[]): SignedValue {
  return { field: 'hours', signed: String(hours), ways: inWords.map((text) => [text]) };
}
