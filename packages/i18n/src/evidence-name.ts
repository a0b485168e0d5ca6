import type { EvidenceClass } from '@laurel/core/evidence';

type EvidenceMessages = { readonly message: (key: `evidence-${EvidenceClass}`) => string };

/** What an evidence class is called in a language. */
export function evidenceName(evidenceClass: EvidenceClass, { message }: EvidenceMessages): string {
  return message(`evidence-${evidenceClass}`);
}
