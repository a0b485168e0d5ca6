import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { sharedDocument } from '../record/shared-document.ts';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { certificateFacts } from './certificate-facts.ts';

/**
 * What is told of a credential where its address is shared; null where nothing may be. What programs
 * keep of it stays with them for good, so that nobody is named where minors may be.
 */
export function sharedFacts(found: VisibleCredential): CertificateFacts | null {
  const document = sharedDocument(found);
  if (document === null) return null;
  const facts = certificateFacts(found, document);
  return found.row.mayIncludeMinors ? { ...facts, holder: { mode: 'none' } } : facts;
}
