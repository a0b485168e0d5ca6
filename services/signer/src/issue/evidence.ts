import type { Evidence } from '@laurel/core/evidence';
import { evidenceName } from '@laurel/i18n/evidence-name';
import type { Messages } from '@laurel/i18n/messages';

export type SignedEvidence = {
  readonly name: string;
  readonly genre: string;
  readonly narrative: string;
};

/**
 * Evidence as it is signed. A link or a place can lead to a person, so they are signed only where the
 * account is named anyway, and never where minors may be among the recognised.
 */
export function signedEvidence(
  evidence: readonly Evidence[],
  mayBeLocated: boolean,
  messages: Messages,
): readonly SignedEvidence[] {
  return evidence.map((one) => {
    const name = evidenceName(one.class, messages);
    const details = mayBeLocated ? [one.place, one.url].filter((part) => part !== undefined) : [];
    return { name, genre: one.class, narrative: [name, ...details].join(' · ') };
  });
}
