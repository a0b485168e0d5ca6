import {
  CERTIFICATES_PER_SET,
  type CertificateFacts,
  type RendererRpc,
} from '@laurel/contracts/renderer-rpc';
import type { Paper } from '@laurel/core/paper';

/**
 * The certificates of a set, in order. One is drawn after another, so that no more than one is in the
 * making; fonts stay on their shelf from one to the next. A set that is too large throws.
 */
export async function pdfsOf(
  renderer: Pick<RendererRpc, 'renderPdf'>,
  facts: readonly CertificateFacts[],
  paper: Paper | undefined,
): Promise<readonly Uint8Array[]> {
  if (facts.length > CERTIFICATES_PER_SET) throw new Error('too many certificates for one set');
  const pdfs: Uint8Array[] = [];
  for (const one of facts) pdfs.push(await renderer.renderPdf(one, paper));
  return pdfs;
}
