import { RECORD_CONTEXTS } from '@laurel/core/learner-record';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../test/support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { said, verifiedBy } from './verified-by.ts';

/** A university puts together what others have issued. */
let university: ForeignIssuer;
let badges: ForeignIssuer;
beforeAll(async () => {
  [university, badges] = await Promise.all([
    foreignIssuer('https://university.example'),
    foreignIssuer('https://club.example'),
  ]);
});

const retrieve: ForeignIssuer['retrieve'] = (url, accept) =>
  (url.startsWith(university.origin) ? university : badges).retrieve(url, accept);

async function aRecord(
  held: readonly unknown[],
  change: object = {},
  form: Form = 'eddsa-rdfc-2022',
) {
  return university.issue(form, {
    '@context': [...RECORD_CONTEXTS],
    id: 'https://university.example/records/1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript',
    credentialSubject: {
      id: 'urn:uuid:5d1b1d0c-3f55-44a3-8ba7-3f8f6f8a11c5',
      type: ['ClrSubject'],
      verifiableCredential: held,
    },
    ...change,
  } as never);
}

const badge = (change: object = {}) => badges.issue('eddsa-rdfc-2022', change as never);

describe('a learner record of somebody else', () => {
  test.each<{ form: Form }>([{ form: 'eddsa-rdfc-2022' }, { form: 'vc+jwt ES256' }])(
    'in the form $form is valid with each that it holds',
    async ({ form }) => {
      const report = await verifiedBy(
        await aRecord([await badge(), await badge()], {}, form),
        retrieve,
      );

      expect(said(report, 'format')[0]).toMatch(/^pass learner_record/);
      expect(said(report, 'held').map((one) => one.split(' ').slice(0, 3))).toEqual([
        ['pass', 'valid', '1'],
        ['pass', 'valid', '2'],
      ]);
      expect(report.verdict).toBe('valid');
    },
  );

  test('of which one was changed before it was put in is invalid, and says which', async () => {
    const changed = { ...Object(await badge()), name: 'Professor' };

    const report = await verifiedBy(await aRecord([await badge(), changed]), retrieve);

    expect(said(report, 'proof')[0]).toMatch(/^pass signature_good/);
    expect(said(report, 'held')[1]).toBe('fail invalid 2 Professor');
    expect(report.verdict).toBe('invalid');
  });

  test('of which one has expired says so, and which', async () => {
    const old = await badge({
      validFrom: '2020-01-01T00:00:00Z',
      validUntil: '2021-01-01T00:00:00Z',
    });

    const report = await verifiedBy(await aRecord([old, await badge()]), retrieve);

    expect(said(report, 'held')[0]).toMatch(/^fail expired 1/);
    expect(report.verdict).toBe('expired');
  });

  test('of which nobody answers for one is unknown, and neither good nor bad', async () => {
    const report = await verifiedBy(await aRecord([await badge()]), university.retrieve);

    expect(said(report, 'held')[0]).toMatch(/^warn unknown 1/);
    expect(report.verdict).toBe('unknown');
  });

  test('that holds another record does not look into it, and holding too many into none', async () => {
    const inner = await aRecord([await badge()], { id: 'https://university.example/records/2' });
    const nested = await verifiedBy(await aRecord([inner]), retrieve);
    const crowd = await verifiedBy(
      await aRecord(
        Array.from({ length: 21 }, (_, at) => ({
          id: `https://club.example/${at}`,
          type: ['VerifiableCredential'],
        })),
      ),
      retrieve,
    );

    expect(said(nested, 'held')).toEqual(['warn nested 1 Transcript']);
    expect(nested.verdict).toBe('unknown');
    expect(said(crowd, 'held')).toEqual(['warn too_many 20']);
    expect(crowd.verdict).toBe('unknown');
  });

  test('whose own signature is bad asks nobody about what it holds', async () => {
    const alone = await foreignIssuer('https://alone.example');
    const record = Object(await aRecord([await alone.issue('eddsa-rdfc-2022')]));

    const report = await verifiedBy({ ...record, name: 'Diploma' }, (url, accept) =>
      (url.startsWith(alone.origin) ? alone : university).retrieve(url, accept),
    );

    expect(report.verdict).toBe('invalid');
    expect(said(report, 'held')).toEqual([]);
    expect(alone.asked).toEqual([]);
  });

  test.each([
    { what: 'without a name', change: { name: undefined }, at: '/name' },
    {
      what: 'that holds nothing',
      change: {
        credentialSubject: {
          id: 'urn:uuid:5d1b1d0c-3f55-44a3-8ba7-3f8f6f8a11c5',
          type: ['ClrSubject'],
        },
      },
      at: '/credentialSubject/verifiableCredential',
    },
    {
      what: 'of another subject',
      change: {
        credentialSubject: {
          id: 'urn:uuid:5d1b1d0c-3f55-44a3-8ba7-3f8f6f8a11c5',
          type: ['AchievementSubject'],
          verifiableCredential: [{}],
        },
      },
      at: '/credentialSubject/type',
    },
    {
      what: 'that holds words',
      change: {
        credentialSubject: {
          id: 'urn:uuid:5d1b1d0c-3f55-44a3-8ba7-3f8f6f8a11c5',
          type: ['ClrSubject'],
          verifiableCredential: ['a word'],
        },
      },
      at: '/credentialSubject/verifiableCredential/0',
    },
  ])('$what is against CLR 2.0, and told where', async ({ change, at }) => {
    const record = Object(await aRecord([await badge()]));
    const { name: _, ...rest } = record;
    const broken = 'name' in change ? rest : { ...record, ...change };

    const report = await verifiedBy(broken, retrieve);

    expect(said(report, 'format').join('\n')).toContain(`against_data_model ${at}`);
    expect(report.verdict).toBe('invalid');
  });
});
