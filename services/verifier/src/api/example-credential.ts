/**
 * A credential that is shown in the description, invented and yet good: whoever sends it as it stands is
 * answered as the description says. Its issuer is its key (did:key), which was thrown away.
 */
export const EXAMPLE_CREDENTIAL = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:6b4f1d0e-2a51-4d0c-9a37-5f1c9e5b7f10',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Community Radio Host',
  issuer: {
    id: 'did:key:z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT',
    type: ['Profile'],
    name: 'Kituo cha Redio ya Jamii',
  },
  validFrom: '2026-03-14T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:0f6f4d43-5f77-4a5c-8f5c-7d3a3b1b0c21',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:f9a1c2be-8f4d-4f06-9d55-7a4c8a7f2e01',
      type: ['Achievement'],
      achievementType: 'Badge',
      name: 'Community Radio Host',
      description: 'Hosted a weekly programme for three months.',
      criteria: {
        narrative: 'Twelve programmes on the air, planned and hosted.',
      },
    },
  },
  proof: {
    type: 'DataIntegrityProof',
    created: '2026-03-14T00:00:00Z',
    verificationMethod:
      'did:key:z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT#z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT',
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    proofValue:
      'zq6fWmZgXPMpJS2QsUbBZ7K8yi2y8AvzeQBHvNsKo2Hvnq5T32Zz8agJV3sV6m8FBEDyZm9fZcwHmdhEFbZpTJAQ',
  },
};

/** What is found of it. */
export const EXAMPLE_CHECKS = [
  {
    check: 'format',
    result: 'pass',
    finding: 'open_badge',
    detail: 'This is an Open Badges 3.0 credential (VCDM 2.0, Data Integrity).',
  },
  {
    check: 'proof',
    result: 'pass',
    finding: 'signature_good',
    detail:
      'The signature is good, and nothing was changed since. It was made with the key did:key:z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT#z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT.',
  },
  {
    check: 'identity',
    result: 'pass',
    finding: 'resolved',
    detail:
      'The key is one of those that did:key:z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT publishes (did:key).',
  },
  {
    check: 'issuer',
    result: 'warn',
    finding: 'not_registered',
    detail:
      'This issuer is not registered here, so we cannot say who it is: did:key:z6MkrfbFwZQkSXeGtEMf1VkiZWrJG4NDJ1QH7uhKZc4hYAhT',
  },
  {
    check: 'time',
    result: 'pass',
    finding: 'current',
    detail: 'It holds since 14 March 2026 and has not expired.',
  },
  {
    check: 'status',
    result: 'pass',
    finding: 'none',
    detail: 'The issuer offers no way to ask whether it was taken back.',
  },
  {
    check: 'schema',
    result: 'skipped',
    finding: 'none',
    detail: 'It names no schema to be checked against.',
  },
  {
    check: 'terms',
    result: 'skipped',
    finding: 'none',
    detail: 'Nothing else is stated.',
  },
  {
    check: 'evidence',
    result: 'skipped',
    finding: 'none',
    detail: 'The issuer names no evidence.',
  },
];
