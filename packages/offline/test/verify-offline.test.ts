import { messagesFor } from '@laurel/i18n/messages';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportLines } from '../src/report-lines.ts';
import { agesOf } from '../src/said.ts';
import {
  aKeptCredential,
  ISSUED_AT_SECONDS,
  type KeptCredential,
  KNOWN_AT_SECONDS,
  NOW_SECONDS,
} from './a-kept-credential.ts';
import { findingsOf, verified } from './verified.ts';

let kept: KeptCredential;
let other: KeptCredential;
beforeAll(async () => {
  kept = await aKeptCredential();
  other = await aKeptCredential({ id: 'd'.repeat(17), username: 'Amina Sowah' });
});

describe('a credential and its bundle', () => {
  test.each(['document', 'joseJwt', 'rsaJwt'] as const)(
    'are valid by themselves, as %s',
    async (form) => {
      const report = await verified(kept.root, [kept[form], kept.bundle]);

      expect(report.verdict).toBe('valid');
      expect(findingsOf(report)).toEqual({
        format: 'open_badge',
        proof: 'signature_good',
        identity: 'vouched_by_root',
        issuer: 'known',
        time: 'current',
        status: 'clear_as_of',
        log: 'included',
      });
    },
  );

  test('are valid where the bundle came alone, or the document was laid out anew', async () => {
    const anew = JSON.stringify(JSON.parse(kept.document), null, 2);

    expect((await verified(kept.root, [kept.bundle])).verdict).toBe('valid');
    expect((await verified(kept.root, [`\n${anew}\n`, kept.bundle])).verdict).toBe('valid');
  });

  test('say how old their knowledge is, and that a file cannot know what happened since', async () => {
    const report = await verified(kept.root, [kept.bundle]);

    expect(report.statusAsOfSeconds).toBe(KNOWN_AT_SECONDS);
    expect(agesOf(report, NOW_SECONDS, messagesFor('en'))).toEqual([
      'Its standing is known as of 26 November 2026, 3 days ago. What happened since cannot be known from a file.',
      'The issuer’s keys are known as of 26 November 2026.',
    ]);
    expect(agesOf(report, NOW_SECONDS, messagesFor('ar'))[0]).toContain('قبل 3 أيام');
    expect(agesOf(report, KNOWN_AT_SECONDS + 86_400, messagesFor('en'))[0]).toContain(
      'one day ago',
    );
  });

  test('are judged by the latest that was signed, where the clock of the device is behind it', async () => {
    const nowSeconds = Date.parse('2020-01-01T00:00:00Z') / 1000;

    const report = await verified(kept.root, [kept.bundle], { nowSeconds });

    expect(report.verdict).toBe('valid');
    expect(agesOf(report, nowSeconds, messagesFor('en'))[0]).toBe(
      'Its standing is known as of 26 November 2026, which the clock of this device has not reached: it is wrong. What happened since cannot be known from a file.',
    );
    expect(agesOf(report, KNOWN_AT_SECONDS - 3600, messagesFor('en'))[0]).toContain(
      'less than a day ago',
    );
  });

  test('the age is that of the signature, whatever the bundle says of when it was made', async () => {
    const { status, ...bundle } = kept.bundle;
    const list = status?.list ?? {};
    const takenAt = '2026-11-29T11:59:00Z';

    const report = await verified(kept.root, [
      { ...bundle, madeAt: takenAt, status: { takenAt, list } },
    ]);

    expect(report.statusAsOfSeconds).toBe(KNOWN_AT_SECONDS);
  });

  test('are revoked where the list says so, which outranks all else', async () => {
    const revoked = await aKeptCredential({ revoked: true });

    const report = await verified(revoked.root, [revoked.bundle]);

    expect(report.verdict).toBe('revoked');
    expect(findingsOf(report)).toMatchObject({ status: 'revoked_as_of', log: 'included' });
  });
});

test('a test issuer, and the demonstration, are called that', async () => {
  const nature = { kind: 'test', demonstration: true };
  const kept = await aKeptCredential({ nature });

  const report = await verified(kept.root, [kept.bundle]);

  expect(report.issuer).toEqual(nature);
  expect(findingsOf(report)).toMatchObject({ issuer: 'known_as_test' });
  const said = reportLines(report, false, NOW_SECONDS, messagesFor('en')).join('\n');
  expect(said).toContain(messagesFor('en').message('credential-demonstration'));
  expect(said).toContain(messagesFor('en').message('credential-test'));
});

describe('what is missing is named, and leaves the verdict open', () => {
  test.each([
    ['the bundle', () => [kept.document], { proof: 'no_keys', identity: 'no_bundle' }],
    ['the log', () => [{ ...kept.bundle, log: [] }], { proof: 'signature_good', log: 'no_proof' }],
    ['the keys of the log', () => [{ ...kept.bundle, serviceKeys: null }], { log: 'not_proven' }],
    ['the list', () => [{ ...kept.bundle, status: null }], { status: 'no_snapshot' }],
  ])('%s', async (_, files, findings) => {
    const report = await verified(kept.root, files());

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject(findings);
  });
});

describe('what belongs to something else is named, too', () => {
  test('another root key, with everything else in order', async () => {
    const report = await verified(other.root, [kept.bundle]);

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ identity: 'root_unknown', proof: 'no_keys' });
  });

  test('another service', async () => {
    const origin = 'https://other.example';

    const report = await verified(kept.root, [kept.bundle], { origin });

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ identity: 'another_service' });
  });

  test('the log proofs of another credential', async () => {
    const report = await verified(kept.root, [{ ...kept.bundle, log: other.bundle.log }]);

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ log: 'not_proven' });
  });

  test('an entry as test issuers have them, who sign whatever they are sent', async () => {
    const test = await aKeptCredential({ isSalted: false });

    const report = await verified(test.root, [test.bundle]);

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ log: 'not_proven' });
  });

  test.each(['document', 'joseJwt', 'rsaJwt'] as const)(
    'keys from before its own was made, beside the %s',
    async (form) => {
      const older = await aKeptCredential({ withKeys: 'older' });

      const report = await verified(older.root, [older[form], older.bundle]);

      expect(report.verdict).toBe('unknown');
      expect(report.checks).toContainEqual({
        check: 'proof',
        result: 'warn',
        finding: 'not_in_older_keys',
        values: ['2026-11-26'],
      });
      expect(reportLines(report, false, NOW_SECONDS, messagesFor('en')).join(' ')).not.toContain(
        'Readers of',
      );
    },
  );

  test('a key that is somebody else’s by its name is not waited for', async () => {
    const changed = kept.document.replace('readers#own"', 'writers#own"');

    expect((await verified(kept.root, [changed, kept.bundle])).verdict).toBe('invalid');
  });

  test('the whole bundle of another credential', async () => {
    const report = await verified(kept.root, [kept.document, other.bundle]);

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ identity: 'root_unknown' });
  });

  test('the list of another issuer', async () => {
    const report = await verified(kept.root, [{ ...kept.bundle, status: other.bundle.status }]);

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ status: 'list_bad_signature' });
  });

  test('the keys of the log in place of the issuer’s, though the root key signed both', async () => {
    const issuerKeys = kept.bundle.serviceKeys ?? {};

    const report = await verified(kept.root, [{ ...kept.bundle, issuerKeys }]);

    expect(report.verdict).toBe('unknown');
    expect(findingsOf(report)).toMatchObject({ identity: 'keys_unreadable' });
  });
});

describe('keys, as the history of them knows them', () => {
  test('a retired key stays good', async () => {
    const retired = await aKeptCredential({ key: { retiredAtSeconds: ISSUED_AT_SECONDS + 60 } });

    expect((await verified(retired.root, [retired.bundle])).verdict).toBe('valid');
  });

  test('what a stolen key signed and nobody logged before is not valid', async () => {
    const stolen = await aKeptCredential({ key: { compromisedAtSeconds: ISSUED_AT_SECONDS - 60 } });

    const report = await verified(stolen.root, [{ ...stolen.bundle, log: [] }]);

    expect(report.verdict).toBe('invalid');
    expect(findingsOf(report)).toMatchObject({ proof: 'compromised_key' });
  });

  test('what it signed and was logged after the theft is not either, whatever it says of its time', async () => {
    const stolen = await aKeptCredential({ key: { compromisedAtSeconds: ISSUED_AT_SECONDS - 60 } });

    expect((await verified(stolen.root, [stolen.bundle])).verdict).toBe('invalid');
  });

  test('what was logged before its key was stolen is valid, and says so', async () => {
    const before = await aKeptCredential({ key: { compromisedAtSeconds: ISSUED_AT_SECONDS + 60 } });

    const report = await verified(before.root, [before.bundle]);

    expect(report.verdict).toBe('valid');
    expect(findingsOf(report)).toMatchObject({ proof: 'logged_before_compromise' });
  });
});
