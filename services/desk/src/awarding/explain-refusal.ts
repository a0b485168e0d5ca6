import type { RecipientRefusal } from '@laurel/core/failure';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';

/** Why one recipient was not awarded, and what to do, in the reader's language. */
export function explainRefusal(refusal: RecipientRefusal, { message, language }: Messages): string {
  switch (refusal.reason) {
    case 'username_invalid':
      return refusal.why === undefined
        ? message('recipient-username_invalid', refusal.detail)
        : message(`sheets-why-${refusal.why}`);
    case 'duplicate_in_batch':
      // Rows are data and count from 0; people count from 1.
      return message('recipient-duplicate_in_batch', refusal.firstRow + 1);
    case 'not_signed':
      return message('recipient-not_signed', message(`problem-${refusal.because}-title`));
    case 'term_overlaps':
      return message(
        'recipient-term_overlaps',
        longDate(refusal.start, language),
        longDate(refusal.end, language),
      );
    case 'term_too_long':
      return message('recipient-term_too_long', refusal.mostMonths);
    case 'terms_in_a_row':
      return message('recipient-terms_in_a_row', refusal.most, longDate(refusal.from, language));
    default:
      return message(`recipient-${refusal.reason}`);
  }
}
