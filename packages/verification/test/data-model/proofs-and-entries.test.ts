import { credentialRules } from '@laurel/verification/any/data-model/credential';
import { describe, expect, test } from 'vitest';
import { aCredential } from './documents.ts';

const LIST = 'https://library.example/status/3';

function brokenBy(change: Readonly<Record<string, unknown>>): readonly string[] {
  return credentialRules(aCredential(change)).map(({ pointer }) => pointer);
}

const PROOF = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-11-22T12:00:00Z',
  verificationMethod: 'did:web:library.example#key-1',
  proofPurpose: 'assertionMethod',
  proofValue: 'z3FXQ',
};

describe('a proof has its shape', () => {
  test.each<readonly [string, unknown]>([
    ['one', PROOF],
    ['a set of two', [PROOF, { ...PROOF, cryptosuite: 'ecdsa-rdfc-2019' }]],
    [
      'a chain',
      [
        { ...PROOF, id: 'urn:uuid:1' },
        { ...PROOF, previousProof: ['urn:uuid:1'] },
      ],
    ],
    ['one of version 1.1', { ...PROOF, type: 'Ed25519Signature2020', cryptosuite: undefined }],
    [
      'one of a type that is not known',
      { ...PROOF, type: 'MerkleProof2019', proofValue: undefined },
    ],
  ])('%s is sound', (_, proof) => {
    expect(brokenBy({ proof })).toEqual([]);
  });

  test.each<readonly [string, unknown, string]>([
    ['null', null, '/proof'],
    ['a string', 'signed', '/proof'],
    ['an empty list', [], '/proof'],
    ['a string among proofs', [PROOF, 'signed'], '/proof/1'],
    ['no type', { ...PROOF, type: undefined }, '/proof/type'],
    ['no suite', { ...PROOF, cryptosuite: undefined }, '/proof/cryptosuite'],
    ['a suite that is no string', { ...PROOF, cryptosuite: 7 }, '/proof/cryptosuite'],
    ['no method', { ...PROOF, verificationMethod: undefined }, '/proof/verificationMethod'],
    ['no purpose', { ...PROOF, proofPurpose: undefined }, '/proof/proofPurpose'],
    ['no value', { ...PROOF, proofValue: undefined }, '/proof/proofValue'],
    ['a time that is none', { ...PROOF, created: 'invalidDate' }, '/proof/created'],
    ['an end that is none', { ...PROOF, expires: 'never' }, '/proof/expires'],
    ['an id that is no URL', { ...PROOF, id: 'first' }, '/proof/id'],
    ['a domain that is none', { ...PROOF, domain: [7] }, '/proof/domain'],
    ['a challenge that is no string', { ...PROOF, challenge: 7 }, '/proof/challenge'],
    ['a chain to no string', { ...PROOF, previousProof: [] }, '/proof/previousProof'],
    [
      'two of one id',
      [
        { ...PROOF, id: 'urn:uuid:1' },
        { ...PROOF, id: 'urn:uuid:1' },
      ],
      '/proof/1/id',
    ],
    [
      'no time in one of version 1.1',
      { ...PROOF, type: 'Ed25519Signature2020', created: undefined },
      '/proof/created',
    ],
  ])('%s is not', (_, proof, pointer) => {
    expect(brokenBy({ proof })).toEqual([pointer]);
  });
});

const ENTRY = {
  id: `${LIST}#94567`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: LIST,
};
const MESSAGES = [
  { status: '0x0', message: 'kept' },
  { status: '0x1', message: 'lost' },
];

describe('an entry of a bitstring status list has its shape', () => {
  test.each<readonly [string, object]>([
    ['the least', { ...ENTRY, id: undefined }],
    ['one with messages', { ...ENTRY, statusSize: 1, statusMessage: MESSAGES }],
    ['one of two bits', { ...ENTRY, statusSize: 2, statusMessage: [...MESSAGES, ...MESSAGES] }],
    ['one with references', { ...ENTRY, statusReference: [LIST] }],
    ['one of another type, whatever it holds', { type: 'StatusList2021Entry', statusListIndex: 7 }],
  ])('%s is sound', (_, credentialStatus) => {
    expect(brokenBy({ credentialStatus })).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ['no purpose', { statusPurpose: undefined }, '/statusPurpose'],
    ['no index', { statusListIndex: undefined }, '/statusListIndex'],
    ['an index that is a number', { statusListIndex: 94567 }, '/statusListIndex'],
    ['an index that is true', { statusListIndex: true }, '/statusListIndex'],
    ['an index below nothing', { statusListIndex: '-1' }, '/statusListIndex'],
    ['an index in base 16', { statusListIndex: '0x1f' }, '/statusListIndex'],
    ['no list', { statusListCredential: undefined }, '/statusListCredential'],
    ['a list that is no URL', { statusListCredential: 'status/3' }, '/statusListCredential'],
    ['the list’s own id', { id: LIST }, '/id'],
    ['a size of nothing', { statusSize: 0 }, '/statusSize'],
    ['a size that is a string', { statusSize: '1' }, '/statusSize'],
    ['several bits without messages', { statusSize: 2 }, '/statusMessage'],
    ['fewer messages than values', { statusSize: 2, statusMessage: MESSAGES }, '/statusMessage'],
    [
      'a message that says no status',
      { statusMessage: [MESSAGES[0], { message: 'lost' }] },
      '/statusMessage/1',
    ],
    ['a reference that is no URL', { statusReference: ['here'] }, '/statusReference/0'],
  ])('%s is not', (_, change, member) => {
    expect(brokenBy({ credentialStatus: { ...ENTRY, ...change } })).toEqual([
      `/credentialStatus${member}`,
    ]);
  });
});
