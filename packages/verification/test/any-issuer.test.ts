import { beforeAll, describe, expect, test } from 'vitest';
import { ALL_FORMS, type Form } from '../../../test/support/foreign/forms.ts';
import { IDENTITY_KINDS, type IdentityKind } from '../../../test/support/foreign/identities.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { said, verifiedBy } from './verified-by.ts';

let issuer: ForeignIssuer;
let other: ForeignIssuer;
beforeAll(async () => {
  [issuer, other] = await Promise.all([foreignIssuer(), foreignIssuer('https://other.example')]);
});

const combinations = ALL_FORMS.flatMap((form) =>
  IDENTITY_KINDS.filter((kind) => kind !== 'did:key' || !form.endsWith('RS256')).map((kind) => ({
    form,
    kind,
  })),
);

test.each(combinations)('$form by an issuer with $kind is valid', async ({ form, kind }) => {
  const { id } = issuer.identity(form, kind);

  const report = await verifiedBy(
    await issuer.issue(form, {}, { identity: kind }),
    issuer.retrieve,
  );

  expect(said(report, 'identity')).toEqual([`pass resolved ${id} ${kind}`]);
  expect(said(report, 'proof')).toEqual([
    `pass signature_good ${issuer.identity(form, kind).methodId}`,
  ]);
  expect(report.verdict).toBe('valid');
});

describe.each<{ kind: IdentityKind }>([{ kind: 'did:web' }, { kind: 'https' }])(
  'an issuer with $kind that does not answer',
  ({ kind }) => {
    test.each<{ form: Form }>([{ form: 'eddsa-rdfc-2022' }, { form: 'vc+jwt ES256' }])(
      'leaves $form unknown, and neither good nor bad',
      async ({ form }) => {
        const report = await verifiedBy(await issuer.issue(form, {}, { identity: kind }));

        expect(said(report, 'identity')[0]).toMatch(/^fail unreachable https:\/\/badges.example/);
        expect(said(report, 'proof')).toEqual(['skipped not_checked']);
        expect(report.verdict).toBe('unknown');
      },
    );
  },
);

test.each(ALL_FORMS)(
  'a good signature in %s by somebody else than is named is invalid',
  async (form) => {
    const named = issuer.identity(form).id;
    const credential = await other.issue(form, { issuer: named });

    const report = await verifiedBy(credential, async (url, accept) =>
      url.startsWith(other.origin) ? other.retrieve(url, accept) : issuer.retrieve(url, accept),
    );

    expect(said(report, 'proof')[0]).toMatch(/^pass signature_good/);
    expect(said(report, 'identity')).toEqual([
      `fail another_issuer ${other.identity(form).id} ${named}`,
    ]);
    expect(report.verdict).toBe('invalid');
  },
);

test('an issuer is asked for its document once, where its keys lie, and nobody else is', async () => {
  const alone = await foreignIssuer('https://alone.example');

  await verifiedBy(await alone.issue('eddsa-rdfc-2022'), alone.retrieve);

  expect(alone.asked).toEqual(['/.well-known/did.json']);
});
