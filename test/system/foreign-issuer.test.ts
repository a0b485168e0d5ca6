import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { loadContext } from '../support/foreign/contexts.ts';
import { MODELS } from '../support/foreign/documents.ts';
import { ALL_FORMS, type EmbeddedForm, FORMS, isEmbedded } from '../support/foreign/forms.ts';
import { didWebOf, IDENTITY_KINDS } from '../support/foreign/identities.ts';
import {
  type ForeignIssuer,
  foreignIssuer,
  startForeignIssuer,
} from '../support/foreign-issuer.ts';

let issuer: ForeignIssuer;
beforeAll(async () => {
  issuer = await foreignIssuer();
});

const SUITES: Readonly<Record<EmbeddedForm, () => object>> = {
  'eddsa-rdfc-2022': () => new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }),
  'eddsa-jcs-2022': () => new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
  'ecdsa-rdfc-2019': () => new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 }),
  Ed25519Signature2020: () => new Ed25519Signature2020(),
};

/** Contexts, and the DID document and its methods as they are published. */
async function load(url: string): Promise<unknown> {
  if (!url.startsWith('did:web:')) return loadContext(url);
  const { body } = issuer.published.get('/.well-known/did.json') ?? { body: '{}' };
  const document = JSON.parse(String(body));
  const method = document.verificationMethod.find(({ id }: JsonObject) => id === url);
  const context =
    method?.type === 'Ed25519VerificationKey2020'
      ? 'https://w3id.org/security/suites/ed25519-2020/v1'
      : 'https://w3id.org/security/multikey/v1';
  return {
    documentUrl: url,
    document: method === undefined ? document : { '@context': context, ...method },
    contextUrl: null,
  };
}

test.each(ALL_FORMS.filter(isEmbedded))('others verify what is signed as %s', async (form) => {
  const credential = await issuer.issue(form);
  const answer = await vc.verifyCredential({
    credential,
    suite: SUITES[form](),
    documentLoader: load,
    now: new Date('2026-11-01T00:00:00Z'),
  });

  expect(answer.error).toBeUndefined();
  expect(answer.verified).toBe(true);
});

test.each(ALL_FORMS.filter((form) => !isEmbedded(form)))(
  'others verify what is signed as %s',
  async (form) => {
    const token = String(await issuer.issue(form));
    const { payload } = await jwtVerify(
      token,
      await importJWK(issuer.keys[FORMS[form].key].publicJwk, decodeProtectedHeader(token).alg),
    );

    const credential = isJsonObject(payload.vc) ? payload.vc : payload;
    expect(credential.issuer).toMatchObject({ id: issuer.identity(form).id });
  },
);

test.each(IDENTITY_KINDS)(
  'whoever it is named as, by %s, every model names them',
  async (identity) => {
    for (const model of MODELS) {
      const credential = await issuer.issue('eddsa-jcs-2022', {}, { model, identity });
      const { id, methodId } = issuer.identity('eddsa-jcs-2022', identity);
      const named = isJsonObject(credential) ? [credential.issuer].flat()[0] : null;
      expect(isJsonObject(named) ? named.id : named).toBe(id);
      expect(credential).toMatchObject({ proof: { verificationMethod: methodId } });
    }
  },
);

test('its documents are answered over HTTP, and whatever else with 404', async () => {
  const served = await startForeignIssuer();
  const answer = await fetch(`${served.origin}/.well-known/did.json`);
  expect(await answer.json()).toMatchObject({ id: didWebOf(served.origin) });
  expect((await fetch(`${served.origin}/lists/9`)).status).toBe(404);
  expect(served.asked).toEqual(['/.well-known/did.json', '/lists/9']);
  await served.close();
});
