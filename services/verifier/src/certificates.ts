import { CERTIFICATES_PER_SET } from '@laurel/contracts/renderer-rpc';
import type { NoCertificate } from '@laurel/contracts/verifier-rpc';
import type { Paper } from '@laurel/core/paper';
import { ok, type Result, refuse } from '@laurel/core/result';
import { bundleOf } from './bundle/make-bundle.ts';
import { publicDocumentsFor } from './bundle/public-documents.ts';
import type { VerifierEnv } from './env.ts';
import { certificateFacts } from './facts/certificate-facts.ts';
import { publicDatabases } from './record/database.ts';
import type { VisibleCredential } from './record/visible-credential.ts';
import { findVisibleAmong } from './record/visible-credentials.ts';

/** The certificates of credentials whose links are on, each as its address serves it, or why there is none. */
export async function certificatesOf(
  env: VerifierEnv,
  ids: readonly string[],
  paper: Paper | undefined,
  nowSeconds: number,
): Promise<readonly Result<Uint8Array, NoCertificate>[]> {
  if (ids.length > CERTIFICATES_PER_SET) throw new Error('too many certificates for one set');
  const databases = publicDatabases(env);
  const found = await findVisibleAmong(databases, env.LAUREL_ORIGIN, ids);
  const documents = await publicDocumentsFor(databases, [...found.values()]);
  const facts = ids.map((id) =>
    factsToPrint(found.get(id), (one) => bundleOf(one, documents, null, nowSeconds)),
  );
  const pdfs = (
    await env.RENDERER.renderSet(
      facts.flatMap((one) => (one.ok ? [one.value] : [])),
      paper,
    )
  ).values();
  return facts.map((one) => {
    if (!one.ok) return one;
    const { value: pdf } = pdfs.next();
    if (pdf === undefined) throw new Error('the renderer left a certificate undrawn');
    return ok(pdf);
  });
}

function factsToPrint(
  found: VisibleCredential | undefined,
  bundle: (found: VisibleCredential) => string,
) {
  if (found === undefined) return refuse<NoCertificate>('not_shown');
  const { document, state } = found.row;
  if (state !== 'active') return refuse<NoCertificate>(state);
  if (document === null) throw new Error('an active credential without its document');
  return ok({ ...certificateFacts(found, document), bundle: bundle(found) });
}
