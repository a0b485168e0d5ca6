import { createVerifyCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import vectors from './vectors/jcs.json' with { type: 'json' };

const CANONIZERS = [
  { by: 'what signs key histories', canonized: async (value: object) => canonicalize(value) },
  { by: 'eddsa-jcs-2022', canonized: (value: object) => eddsaJcs().canonize(value, {}) },
  { by: 'ecdsa-jcs-2019', canonized: (value: object) => ecdsaJcs().canonize(value, {}) },
];

describe.each(CANONIZERS)(`${vectors.source}, by $by`, ({ canonized }) => {
  test.each(vectors.tests)('$name', async ({ input, output }) => {
    const text = await canonized(JSON.parse(input));

    expect(Buffer.from(text ?? '').toString('hex')).toBe(output.replaceAll(' ', ''));
  });
});
