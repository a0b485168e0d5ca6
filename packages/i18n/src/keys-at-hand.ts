import { LETTER_KEYS } from './letter-messages.ts';
import type { MessageKey } from './texts-at-hand.ts';

/**
 * What a Worker says in each language of pages before it has read any message: what pages call the languages, and a
 * refusal because something cannot be read, on a page with the form that was sent. With it the words of letters,
 * which are at hand in more languages than those of pages.
 */
export const KEYS_AT_HAND: readonly MessageKey[] = [
  'language-name',
  'laurel-name',
  'skip-to-content',
  'nav-label',
  'nav-verify',
  'footer-not-foundation',
  'draft-translation',
  'footer-languages',
  'problem-page-code',
  'problem-home',
  'problem-store_unavailable-title',
  'problem-store_unavailable-remedy',
  'desk-go-back',
  'limits-go-back',
  'limits-kept',
  'limits-file',
  'limits-send-again',
  'sheets-file',
  ...LETTER_KEYS,
];
