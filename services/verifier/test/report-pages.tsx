import type { JsonObject } from '@laurel/core/json';
import { type Check, verdictOf } from '@laurel/core/verdict';
import { messagesFor } from '@laurel/i18n/messages';
import { htmlOf } from '@laurel/pages/document';
import { ReportPage } from '../src/pages/verify-page.tsx';

const ISSUER = 'did:web:badges.sahara-learning.example';

/** A credential of somebody else, with whatever such credentials may have. */
export const FOREIGN: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://terms.example/v1'],
  id: 'urn:uuid:9b1e1d5e-3a55-4c5e-9a53-0f1ffb6e2c11',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: [
    { '@value': 'Community facilitation', '@language': 'en' },
    { '@value': 'تيسير العمل المجتمعي', '@language': 'ar', '@direction': 'rtl' },
  ],
  issuer: {
    id: ISSUER,
    type: ['Profile'],
    name: 'Sahara Learning Network',
    url: 'https://sahara-learning.example/about',
    image: { id: `data:image/png;base64,${'iVBORw0KGgo'.repeat(90)}`, type: 'Image' },
  },
  validFrom: '2026-03-04T10:00:00Z',
  validUntil: '2028-03-04T10:00:00+01:00',
  credentialSubject: {
    id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQXJPt4swbTQ2',
    identifier: [
      {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'Nomvula Dlamini',
        identityType: 'ext:selfDeclaredName',
      },
    ],
    achievement: {
      id: 'https://sahara-learning.example/a/1',
      name: 'Community facilitation, level two',
      description: 'Facilitates **meetings**.\n\n- listens\n- sums up <b>fairly</b>',
      criteria: { narrative: 'Three meetings of at least ten people. '.repeat(40) },
      tag: ['facilitation', 'réunions', 'جلسات'],
    },
    deep: { er: { than: { a: { phone: { is: { wide: 'innermost' } } } } } },
    averyveryverylongnamewithoutanyspaceinitthatgoesonandon: 'x'.repeat(300),
  },
  evidence: [{ id: 'https://sahara-learning.example/evidence/77', name: 'Minutes' }],
  termsOfUse: { type: 'ext:Policy', id: 'https://sahara-learning.example/terms' },
  refreshService: { type: 'Refresh', id: 'https://sahara-learning.example/refresh/77' },
  proof: {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-rdfc-2019',
    created: '2026-03-04T10:00:01Z',
    verificationMethod: `${ISSUER}#key-1`,
    proofValue: `z${'4aBcD'.repeat(18)}`,
  },
};

const PROVEN: readonly Check[] = [
  { check: 'format', result: 'pass', finding: 'open_badge', values: ['Data Integrity'] },
  { check: 'proof', result: 'pass', finding: 'signature_good', values: [`${ISSUER}#key-1`] },
  { check: 'identity', result: 'pass', finding: 'resolved', values: [ISSUER, 'did:web'] },
  { check: 'issuer', result: 'warn', finding: 'not_registered', values: [ISSUER] },
  { check: 'time', result: 'pass', finding: 'current', values: ['2026-03-04'] },
  { check: 'status', result: 'pass', finding: 'clear', values: ['revocation'] },
  { check: 'schema', result: 'skipped', finding: 'none', values: [] },
  { check: 'terms', result: 'skipped', finding: 'terms_of_use', values: ['ext:Policy'] },
  { check: 'evidence', result: 'skipped', finding: 'stated', values: ['1'] },
];

function but(other: Check): readonly Check[] {
  return PROVEN.map((check) => (check.check === other.check ? other : check));
}

/** What can come of verifying somebody else's credential, by what a reader is told. */
export const OUTCOMES = {
  stranger: PROVEN,
  test: but({ check: 'issuer', result: 'warn', finding: 'known_as_test', values: [ISSUER] }),
  open: but({ check: 'status', result: 'warn', finding: 'unreachable', values: ['lists.example'] }),
  altered: but({ check: 'proof', result: 'fail', finding: 'signature_bad', values: ['key-1'] }),
  revoked: but({
    check: 'status',
    result: 'fail',
    finding: 'revoked_in_list',
    values: ['revocation'],
  }),
  expired: but({ check: 'time', result: 'fail', finding: 'expired', values: ['2026-10-31'] }),
} satisfies Record<string, readonly Check[]>;

/** The page of a report on {@link FOREIGN}. */
export function pageOf(checks: readonly Check[], language: string): Promise<string> {
  const report = {
    verdict: verdictOf(checks),
    checks,
    credential: FOREIGN,
    readFrom: null,
    printed: null,
    credentials: null,
  };
  const reader = { messages: messagesFor(language), languages: [language], uselang: null };
  return htmlOf(<ReportPage report={report} issuer={null} pagePath={null} reader={reader} />);
}
