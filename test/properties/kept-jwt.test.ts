import { keptJwt, wholeJwt } from '@laurel/proofs/jwt/kept';
import { readJwt } from '@laurel/proofs/jwt/read';
import { signedJwt } from '@laurel/proofs/jwt/sign';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aKey } from '../../packages/offline/test/a-key.ts';
import { CREDENTIALS, GENERATED_DID } from '../support/generated-credentials.ts';
import { holds, PATIENCE_MS } from '../support/properties.ts';

test('a token that is kept without its payload is whole again beside its document, byte for byte', {
  timeout: PATIENCE_MS,
}, async () => {
  const key = await aKey('kept', GENERATED_DID);
  await holds(
    0.1,
    fc.asyncProperty(CREDENTIALS, async (credential) => {
      const token = await signedJwt(credential, key);
      const document = JSON.stringify({ ...credential, proof: [{ proofValue: 'zOf,"proof":[{' }] });
      const kept = keptJwt(token);

      expect(kept).toMatch(/^[\w-]+\.\.[\w-]+$/);
      expect(wholeJwt(kept, document)).toBe(token);
      // As tokens of before are kept.
      expect(wholeJwt(token, document)).toBe(token);
      expect(readJwt(token)).toMatchObject({ ok: true, value: { payload: credential } });
    }),
  );
});
