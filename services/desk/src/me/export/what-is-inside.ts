import type { MessageKey } from '@laurel/i18n/messages';

/** What every archive has, each by its message; data are in the first part alone. */
export const INSIDE = [
  'me-export-file-index',
  'me-export-file-certificates',
  'me-export-file-records',
  'me-export-file-keys',
  'me-export-file-verify',
] as const satisfies readonly MessageKey[];

/** What none has. Said to everybody alike, whether or not others have suggested anything. */
export const NOT_INSIDE = [
  'me-export-outside-people',
  'me-export-outside-waiting',
  'me-export-outside-secrets',
  'me-export-outside-ended',
] as const satisfies readonly MessageKey[];

/** How anybody verifies what is in it. */
export const VERIFYING = [
  'me-export-verify-web',
  'me-export-verify-page',
  'me-export-verify-command',
] as const satisfies readonly MessageKey[];
