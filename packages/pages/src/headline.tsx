import { decisiveChecks } from '@laurel/core/decisive-checks';
import type { Check, Verdict } from '@laurel/core/verdict';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from './finding.ts';

/** How a verdict sounds: `good` alone is green. */
export type Tone = 'good' | 'bad' | 'care';

/** A verdict as people read it. A good signature says little as long as nobody knows whose it is. */
export type Headline = {
  readonly tone: Tone;
  readonly word: string;
  readonly meaning: string;
  /** What must be said of a test issuer, whatever the verdict, or of words that are not signed; null where nothing must. */
  readonly note: string | null;
};

const TONES: Readonly<Record<Verdict, Tone>> = {
  valid: 'good',
  invalid: 'bad',
  revoked: 'bad',
  suspended: 'care',
  withdrawn: 'care',
  superseded: 'care',
  expired: 'care',
  not_yet_valid: 'care',
  unknown: 'care',
};

/** Puts a verdict into words, with who the issuer is to us. */
export function headlineOf(
  verdict: Verdict,
  checks: readonly Check[],
  messages: Messages,
): Headline {
  const { message } = messages;
  const isTest = checks.some(({ finding }) => finding === 'known_as_test');
  if (verdict === 'valid' && !isKnown(checks)) {
    const kind = isTest ? 'valid_test' : 'valid_stranger';
    const unsigned = checks.find(({ finding }) => finding === 'own_words');
    const isReworded = unsigned !== undefined && !isTest;
    return {
      tone: 'care',
      word: message(isReworded ? 'verdict-valid_stranger-own_words' : `verdict-${kind}`),
      meaning: message(`verdict-${kind}-meaning`),
      note: unsigned === undefined ? null : findingSentence(unsigned, messages),
    };
  }
  const why = verdict === 'invalid' ? whyInvalid(checks) : null;
  return {
    tone: TONES[verdict],
    word: message(`verdict-${verdict}`),
    meaning: message(why === null ? `verdict-${verdict}-meaning` : `verdict-invalid-${why}`),
    note: isTest ? message('credential-test') : null,
  };
}

const OVER: readonly string[] = ['key_ended', 'proof_expired'];
const MISWRITTEN: readonly string[] = ['against_data_model', 'undefined_term'];

/** What alone speaks against it, where that does not mean that somebody forged it; else null. */
function whyInvalid(checks: readonly Check[]): 'over' | 'miswritten' | null {
  const decisive = decisiveChecks(checks);
  if (decisive.length === 0) return null;
  if (decisive.every(({ finding }) => OVER.includes(finding))) return 'over';
  return decisive.every(({ finding }) => MISWRITTEN.includes(finding)) ? 'miswritten' : null;
}

/** True where the issuer is registered here, and not for trying things out alone. */
export function isKnown(checks: readonly Check[]): boolean {
  return checks.some(({ check, finding }) => check === 'issuer' && finding === 'known');
}
