import { ENGAGEMENT_LEVELS } from '@laurel/core/engagement-level';
import type { Messages } from '@laurel/i18n/messages';

/** Whom something suits, in the reader's language; null where nobody said. */
export function levelNames(
  levels: readonly string[],
  { message, language }: Messages,
): string | null {
  const said = ENGAGEMENT_LEVELS.filter((level) => levels.includes(level));
  if (said.length === 0) return null;
  const names = said.map((level) => message(`engagement-level-${level}`));
  return new Intl.ListFormat(language, { type: 'unit' }).format(names);
}
