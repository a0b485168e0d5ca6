/** Overrides would turn around letters that are not theirs: they steer nothing here, and are shown. */
const OVERRIDES = /[\u202d\u202e]/g;
/** What stands for an override while directions are resolved: a neutral sign (UAX #9, Table 4). */
const NEUTRAL = '\ufffc';

/** The form in which a text is set: NFC, well-formed UTF-16, runs of breaking white space as one space. */
export function printForm(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[ \t\r\n\f\v\u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** A text of the same length whose overrides steer no direction. */
export function withoutOverrides(text: string): string {
  return text.replace(OVERRIDES, NEUTRAL);
}

/** True for a character that is shown instead of being obeyed. */
export function isOverride(character: string): boolean {
  return character === '\u202d' || character === '\u202e';
}

/** FSI and PDI (UAX #9, 2.4.2): around what is put into a sentence, so that neither reorders the other. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
