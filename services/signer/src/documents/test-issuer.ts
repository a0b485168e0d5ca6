import { issuerDid } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { VerificationKey } from '@laurel/core/verification-key';
import { issuers } from '@laurel/store/public/schema';
import { inEach } from '../databases.ts';
import type { Signing } from '../env.ts';
import { currentKey, keysOf } from '../keys/load.ts';

/** An issuer that may have documents of any shape signed, and what others are called. */
export type TestIssuer = {
  readonly slug: string;
  readonly did: string;
  /** The key that signs now. */
  readonly key: VerificationKey;
  /** What other issuers are called, in any language. */
  readonly namesOfOthers: readonly string[];
};

/** Read from PUBLIC, where the signer alone writes: whoever calls does not say of which kind an issuer is. */
export async function testIssuer(
  signing: Signing,
  slug: string,
): Promise<Result<TestIssuer, Failure>> {
  const parts = inEach(signing).map(({ publicStore }) =>
    publicStore
      .select({ slug: issuers.slug, kind: issuers.kind, names: issuers.names })
      .from(issuers),
  );
  const faces = (await Promise.all(parts)).flat();
  const own = faces.find((face) => face.slug === slug);
  if (own?.kind !== 'test') return refuse({ reason: 'issuer_may_not_sign' });
  const did = issuerDid(signing.origin, slug);
  return ok({
    slug,
    did,
    key: currentKey(await keysOf(signing, slug), 'Ed25519'),
    namesOfOthers: faces
      .filter((face) => face.slug !== slug)
      .flatMap(({ names }) => Object.values(names)),
  });
}
