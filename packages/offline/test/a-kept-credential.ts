import { issuerDid, serviceDid } from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import { openBadge } from '@laurel/core/open-badge';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import { withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import { withJcsProof } from '@laurel/proofs/data-integrity/sign-jcs';
import { signedJwt } from '@laurel/proofs/jwt/sign';
import { BUNDLE_FORMAT, type ProofBundle } from '../src/bundle.ts';
import { aKey } from './a-key.ts';
import { aList } from './a-list.ts';
import { aLog } from './a-log.ts';

export const ORIGIN = 'https://laurel.example';
export const ISSUED_AT_SECONDS = Date.parse('2026-11-23T09:00:00Z') / 1000;
/** When its status list was signed, if nothing else is said. */
export const KNOWN_AT_SECONDS = Date.parse('2026-11-26T06:30:00Z') / 1000;
/** Three days later. */
export const NOW_SECONDS = Date.parse('2026-11-29T12:00:00Z') / 1000;

const PLACE = 70_007;
const DID = issuerDid(ORIGIN, 'readers');

/** A credential that somebody keeps, in each of its signed forms, with its bundle and who vouches for it. */
export type KeptCredential = {
  readonly document: string;
  readonly joseJwt: string;
  readonly rsaJwt: string;
  /** With the document in it. */
  readonly bundle: ProofBundle;
  readonly root: string;
};

export type Circumstances = {
  readonly id?: string;
  readonly username?: string;
  readonly revoked?: boolean;
  readonly knownAtSeconds?: number;
  /** What the history of keys says of the issuer. */
  readonly nature?: JsonObject;
  /** False for what is logged as documents of test issuers are. */
  readonly isSalted?: boolean;
  /** What the history of keys says of the Ed25519 key. */
  readonly key?: Partial<VerificationKey>;
  /** `older`: the history of keys ends before those that signed it. */
  readonly withKeys?: 'own' | 'older';
};

/** An issuer of its own for each, with keys, a root key, a log and a status list. */
export async function aKeptCredential({
  id = 'a'.repeat(17),
  username = 'ليان الخطّاط',
  revoked = false,
  knownAtSeconds = KNOWN_AT_SECONDS,
  isSalted = true,
  nature = {},
  key: said = {},
  withKeys = 'own',
}: Circumstances = {}): Promise<KeptCredential> {
  const key = await aKey('own', DID);
  const rsaKey = await aKey('own-rsa', DID, 'RS256');
  const root = await aKey('root', serviceDid(ORIGIN));
  const listUrl = `${ORIGIN}/status/${'c'.repeat(17)}`;
  const unsigned = badge(id, username, listUrl);
  const document = JSON.stringify(await withDataIntegrityProof(unsigned, key, ISSUED_AT_SECONDS));
  const joseJwt = await signedJwt(unsigned, key);
  const rsaJwt = await signedJwt(unsigned, rsaKey);
  const log = await aLog(
    ORIGIN,
    await aKey('log', serviceDid(ORIGIN)),
    ['another', document, joseJwt, rsaJwt, 'one more'],
    ISSUED_AT_SECONDS,
    isSalted,
  );
  const signed = (history: JsonObject) => withJcsProof(history, root, knownAtSeconds);
  const laterKey = await aKey('later', DID);
  const own = withKeys === 'own' ? [{ ...key.publicKey, ...said }, rsaKey.publicKey] : [];
  const keys = [...own, laterKey.publicKey];
  const list = await aList(listUrl, laterKey, revoked ? [PLACE] : [1, 70_006], knownAtSeconds);
  return {
    document,
    joseJwt,
    rsaJwt,
    root: root.publicKey.multibase ?? '',
    bundle: {
      format: BUNDLE_FORMAT,
      madeAt: moment(knownAtSeconds),
      credential: document,
      issuerKeys: await signed({
        issuer: DID,
        ...nature,
        publishedAt: moment(knownAtSeconds),
        keys: keys.map(entry),
      }),
      serviceKeys: await signed({ ...log.history, publishedAt: moment(knownAtSeconds) }),
      log: log.proofs.slice(1, 4),
      status: { takenAt: moment(knownAtSeconds), list },
    },
  };
}

function entry(key: VerificationKey): JsonObject {
  return {
    id: methodId(key),
    algorithm: key.algorithm,
    publicKeyJwk: { ...key.jwk },
    ...(key.multibase === null ? {} : { publicKeyMultibase: key.multibase }),
    createdAt: moment(key.createdAtSeconds),
    ...(key.retiredAtSeconds === null ? {} : { retiredAt: moment(key.retiredAtSeconds) }),
    ...(key.compromisedAtSeconds === null
      ? {}
      : { compromisedAt: moment(key.compromisedAtSeconds) }),
  };
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

function badge(id: string, username: string, listUrl: string): JsonObject {
  return openBadge({
    url: `${ORIGIN}/c/${id}`,
    subjectId: 'urn:uuid:0b8f6b53-8f0f-4e0b-9c39-27f5f4f9a9b1',
    language: 'en',
    issuer: {
      did: DID,
      url: `${ORIGIN}/issuers/readers`,
      name: 'Readers of Ìbàdàn',
      description: 'They read.',
      signatories: [{ name: 'রাহেলা সুলতানা', office: 'Chair' }],
    },
    achievement: {
      url: `${ORIGIN}/achievements/${'b'.repeat(17)}`,
      version: '1.0.0',
      kind: 'training',
      name: 'Workshop Participation',
      description: 'Took part in a workshop.',
      narrative: 'Took part in a workshop.',
      skills: ['Sourcing'],
      alignments: [],
    },
    holder: { mode: 'account', username },
    period: { start: '2026-11-21', end: '2026-11-22' },
    hours: 2.5,
    served: false,
    servedLabel: 'Term served',
    hoursLabel: 'Hours',
    mentoring: null,
    evidence: [],
    validFrom: '2026-11-23',
    validUntil: null,
    status: { listUrl, index: PLACE },
  });
}
