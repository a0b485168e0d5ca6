import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODELS } from '../support/foreign/documents.ts';
import { ALL_FORMS, FORMS, isEmbedded } from '../support/foreign/forms.ts';
import { IDENTITY_KINDS } from '../support/foreign/identities.ts';
import { type ForeignIssuer, startForeignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let others: ForeignIssuer & { close(): Promise<void> };
beforeAll(async () => {
  others = await startForeignIssuer();
  laurel = await startLaurel({ localRetrievalOrigins: [others.origin] });
});
afterAll(async () => {
  await laurel.stop();
  await others.close();
});

describe.each(IDENTITY_KINDS)('an issuer named by %s', (identity) => {
  const forms = ALL_FORMS.filter((form) => identity !== 'did:key' || FORMS[form].key !== 'RSA');

  test.each(forms)('is believed what it signed as %s', async (form) => {
    const report = await verifyBy(laurel, {
      credential: await others.issue(form, {}, { identity }),
    });

    expect(checkIn(report, 'proof')).toMatchObject({ result: 'pass', finding: 'signature_good' });
    expect(checkIn(report, 'identity')).toMatchObject({ result: 'pass', finding: 'resolved' });
    expect(checkIn(report, 'issuer')).toMatchObject({ result: 'warn', finding: 'not_registered' });
    expect(report.verdict, JSON.stringify(report.checks)).toBe('valid');
  });
});

test.each(MODELS)('documents of the model %s are valid in every form', async (model) => {
  for (const form of ALL_FORMS) {
    const forVersion2 = form.startsWith('vc+jwt') || form.startsWith('1EdTech');
    if (model.endsWith('1.1') && forVersion2) continue;
    const report = await verifyBy(laurel, { credential: await others.issue(form, {}, { model }) });
    expect(report.verdict, `${form} ${JSON.stringify(report.checks)}`).toBe('valid');
  }
});

describe.each(['BitstringStatusList', 'StatusList2021'] as const)('a place in a %s', (kind) => {
  const model = kind === 'StatusList2021' ? 'vcdm-1.1' : 'ob-2.0';
  const context =
    kind === 'StatusList2021'
      ? {
          '@context': [
            'https://www.w3.org/2018/credentials/v1',
            'https://w3id.org/vc/status-list/2021/v1',
          ],
        }
      : {};

  test.each([
    { purpose: 'revocation', verdict: 'revoked' },
    { purpose: 'suspension', verdict: 'suspended' },
  ])('says that it is $verdict, or that it is not', async ({ purpose, verdict }) => {
    for (const form of ['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const) {
      const entry = await others.statusList({ kind, purpose, set: [94_567], form });
      const at = async (index: number) => {
        const more = { ...context, credentialStatus: entry(index) };
        return verifyBy(laurel, {
          credential: await others.issue('eddsa-rdfc-2022', more, { model }),
        });
      };
      const [set, clear] = [await at(94_567), await at(94_566)];
      expect(set.verdict, `${form} ${JSON.stringify(set.checks)}`).toBe(verdict);
      expect(clear.verdict, `${form} ${JSON.stringify(clear.checks)}`).toBe('valid');
    }
  });
});

test('a JWT and an embedded proof are told apart from nothing: the same document without either is invalid', async () => {
  const signed = await others.issue('eddsa-jcs-2022');
  if (typeof signed === 'string') throw new Error('this form is no token');
  const { proof: _, ...bare } = signed;

  const report = await verifyBy(laurel, { credential: bare });

  expect(checkIn(report, 'proof')).toMatchObject({ result: 'fail', finding: 'missing' });
  expect(report.verdict).toBe('invalid');
  expect(ALL_FORMS.some(isEmbedded)).toBe(true);
});
