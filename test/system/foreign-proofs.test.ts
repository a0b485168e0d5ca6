import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vectors from '../../packages/proofs/test/vectors/proofs.json' with { type: 'json' };
import { ALL_FORMS } from '../support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../support/foreign-issuer.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let issuer: ForeignIssuer;
beforeAll(async () => {
  [laurel, issuer] = await Promise.all([startLaurel(), foreignIssuer()]);
});
afterAll(() => laurel.stop());

describe('as the Worker that is deployed says it', () => {
  test.each(ALL_FORMS)('%s by an issuer that is its key has a good signature', async (form) => {
    const identity = form.endsWith('RS256') ? 'did:jwk' : 'did:key';
    const credential = await issuer.issue(form, {}, { identity });

    const report = await verifyBy(laurel, { credential });

    expect(checkIn(report, 'proof')).toMatchObject({ result: 'pass', finding: 'signature_good' });
    expect(checkIn(report, 'identity')).toMatchObject({ result: 'pass', finding: 'resolved' });
  });

  test.each(vectors.filter(({ source }) => source.startsWith('W3C')))(
    'the vector $name ($source) has a good signature, by a key that is not its issuer’s',
    async ({ signed }) => {
      const report = await verifyBy(laurel, { credential: signed });

      expect(checkIn(report, 'proof')).toMatchObject({ finding: 'signature_good' });
      expect(checkIn(report, 'identity')).toMatchObject({ finding: 'another_issuer' });
      expect(report.verdict).toBe('invalid');
    },
  );

  test('a graph that was made to be expensive ends as too much work', async () => {
    const alike = { type: ['Result'], value: 'x' };
    const people = Array.from({ length: 4 }, () => ({
      type: ['AchievementSubject'],
      identifier: [],
      result: Array.from({ length: 8 }, () => alike),
      achievement: {
        id: 'urn:uuid:f9a1c2be-8f4d-4f06-9d55-7a4c8a7f2e01',
        type: ['Achievement'],
        name: 'Radio',
        description: 'Radio.',
        criteria: { narrative: 'Radio.' },
      },
    }));
    const credential = await issuer.issue('eddsa-rdfc-2022', {}, { identity: 'did:key' });

    const report = await verifyBy(laurel, {
      credential: { ...Object(credential), credentialSubject: people },
    });

    expect(checkIn(report, 'proof')).toMatchObject({ result: 'fail', finding: 'too_much_work' });
    expect(report.verdict).toBe('invalid');
  });
});
