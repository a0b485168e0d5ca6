import type { EvidenceClass } from '@laurel/core/evidence';
import type { Messages } from './messages.ts';

/** What an evidence class is called in a language. */
export function evidenceName(evidenceClass: EvidenceClass, { message }: Messages): string {
  return message(`evidence-${evidenceClass}`);
}
