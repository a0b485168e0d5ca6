import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDocument } from '../../../test/support/foreign/documents.ts';
import { withProof } from '../../../test/support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { checkProofsOf } from '../src/any/proofs.ts';
import { NOW_SECONDS, said, verifiedBy } from './verified-by.ts';

const MADE = '2026-05-01T10:00:00Z';

let issuer: ForeignIssuer;
let witness: ForeignIssuer;
beforeAll(async () => {
  [issuer, witness] = await Promise.all([
    foreignIssuer(),
    foreignIssuer('https://witness.example'),
  ]);
});

const document = () => aDocument('ob-2.0', issuer.identity('eddsa-rdfc-2022').id);

async function proofBy(who: ForeignIssuer, form: 'eddsa-rdfc-2022' | 'ecdsa-rdfc-2019') {
  const { proof } = await withProof(form, document(), who.identity(form), MADE);
  if (!isJsonObject(proof)) throw new Error('no proof');
  return proof;
}

function verified(proof: Json) {
  return verifiedBy({ ...document(), proof }, async (url, accept) =>
    url.startsWith(witness.origin) ? witness.retrieve(url, accept) : issuer.retrieve(url, accept),
  );
}

describe('several proofs', () => {
  test('are a check each, in their order', async () => {
    const proofs = [
      await proofBy(issuer, 'eddsa-rdfc-2022'),
      await proofBy(issuer, 'ecdsa-rdfc-2019'),
    ];

    const report = await verified(proofs);

    expect(said(report, 'proof')).toEqual(
      proofs.map((proof) => `pass signature_good ${proof.verificationMethod}`),
    );
  });

  test('may be by others too, as long as one is by the issuer', async () => {
    const [own, other] = await Promise.all([
      proofBy(issuer, 'eddsa-rdfc-2022'),
      proofBy(witness, 'eddsa-rdfc-2022'),
    ]);

    expect(said(await verified([other, own]), 'identity')[0]).toMatch(/^pass resolved/);
    const report = await verified([other]);
    expect(said(report, 'identity')[0]).toMatch(/^fail another_issuer/);
    expect(report.verdict).toBe('invalid');
  });

  test('are none that is good where one of them is bad', async () => {
    const good = await proofBy(issuer, 'eddsa-rdfc-2022');
    const bad = { ...good, created: '2026-05-01T10:00:01Z' };

    const report = await verified([good, bad]);

    expect(said(report, 'proof').map((one) => one.split(' ')[1])).toEqual([
      'signature_good',
      'signature_bad',
    ]);
    expect(report.verdict).toBe('invalid');
  });

  test('beside one of a kind that is not known, are told both', async () => {
    const good = await proofBy(issuer, 'eddsa-rdfc-2022');

    const report = await verified([good, { ...good, type: 'BbsBlsSignature2020' }]);

    expect(said(report, 'proof')).toEqual([
      `pass signature_good ${good.verificationMethod}`,
      'warn unknown_kind BbsBlsSignature2020',
    ]);
  });

  test('are refused where there are more than anybody needs, and nobody is asked', async () => {
    const good = await proofBy(issuer, 'eddsa-rdfc-2022');
    const asked = issuer.asked.length;

    const report = await verified(Array.from({ length: 9 }, () => good));

    expect(said(report, 'proof')).toEqual(['fail too_much_work']);
    expect(issuer.asked).toHaveLength(asked);
  });

  test('that follow on one that is not there are refused by its id', async () => {
    const good = await proofBy(issuer, 'eddsa-rdfc-2022');

    const report = await verified({ ...good, previousProof: 'urn:uuid:none' });

    expect(said(report, 'proof')).toEqual(['fail previous_missing urn:uuid:none']);
  });
});

describe('what a proof says of itself', () => {
  test.each<{ change: JsonObject; found: string }>([
    { change: { proofPurpose: 'authentication' }, found: 'fail wrong_purpose authentication' },
    { change: { expires: '2026-11-22T11:59:59Z' }, found: 'fail proof_expired 2026-11-22' },
    { change: { type: 'Anything' }, found: 'warn unknown_kind Anything' },
    { change: { cryptosuite: 'toString' }, found: 'warn unknown_kind toString' },
  ])('is looked at before its signature: $change', async ({ change, found }) => {
    const good = await proofBy(issuer, 'eddsa-rdfc-2022');

    expect(said(await verified({ ...good, ...change }), 'proof')).toEqual([found]);
  });

  test('is nothing where there is none', async () => {
    for (const proof of [[], null, 'proof', {}]) {
      const report = await verified(proof);
      expect(said(report, 'proof').join()).not.toContain('pass');
      expect(report.verdict).not.toBe('valid');
    }
  });

  test('must answer the request of whoever asked for a presentation', async () => {
    const good = { ...(await proofBy(issuer, 'eddsa-rdfc-2022')), challenge: 'c', domain: ['d'] };
    const credential = { ...document(), proof: good };
    const asked = async (challenge: string | null, domain: string | null) => {
      const { proofs } = await checkProofsOf(
        { form: 'embedded', credential },
        {
          controller: issuer.identity('eddsa-rdfc-2022').id,
          purpose: 'assertionMethod',
          request: { challenge, domain },
          retrieve: issuer.retrieve,
          work: { spent: 0 },
          nowSeconds: NOW_SECONDS,
        },
      );
      return proofs.map(({ finding, values }) => [finding, ...values].join(' ')).join();
    };

    expect(await asked('x', 'd')).toBe('other_request challenge');
    expect(await asked('c', 'x')).toBe('other_request domain');
    // What was added to the proof is signed with it, so that the signature is another question.
    expect(await asked('c', 'd')).toMatch(/^signature_bad/);
  });
});
