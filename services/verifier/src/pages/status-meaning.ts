import { keysUnder, type MessageKey } from '@laurel/i18n/messages';

/** The message that says what an HTTP status means; null for one that no problem has. */
export function statusMeaning(status: number): MessageKey | null {
  return keysUnder('problem-status-').find((key) => key === `problem-status-${status}`) ?? null;
}
