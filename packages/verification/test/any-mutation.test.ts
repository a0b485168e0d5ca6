import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ALL_FORMS,
  type EmbeddedForm,
  isEmbedded,
  type TokenForm,
} from '../../../test/support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../../../test/support/foreign-issuer.ts';
import { mutationsOf } from '../../../test/support/mutations.ts';
import { readPresentedJson } from '../src/read.ts';
import { said, verifiedBy } from './verified-by.ts';

let issuer: ForeignIssuer;
beforeAll(async () => {
  issuer = await foreignIssuer();
});

/** What says something of every kind that a credential may: nested, numbers, true and false, languages. */
const MORE: JsonObject = {
  validUntil: '2027-03-14T00:00:00Z',
  description: 'Αναγνώριση εθελοντικής εργασίας.',
  evidence: [
    { id: 'urn:uuid:7d1b7e0c-90bb-4c53-8a4b-5d1c2d6d0c11', type: ['Evidence'], name: 'List' },
  ],
};

/** Those of many documents that are still believed, by where they were changed. */
async function believed(
  changed: readonly { readonly at: string; readonly presented: unknown }[],
): Promise<readonly string[]> {
  const still: string[] = [];
  for (const { at, presented } of changed) {
    if (!readPresentedJson(presented).ok) continue;
    const report = await verifiedBy(presented, issuer.retrieve);
    const good = said(report, 'proof').every((one) => one.startsWith('pass'));
    if (good && said(report, 'identity')[0]?.startsWith('pass')) still.push(at);
    if (report.verdict === 'valid') still.push(`${at}: valid`);
  }
  return still;
}

async function signed(form: EmbeddedForm): Promise<JsonObject> {
  const credential = await issuer.issue(form, MORE);
  if (!isJsonObject(credential)) throw new Error('no embedded proof');
  return credential;
}

async function token(form: TokenForm): Promise<readonly string[]> {
  return String(await issuer.issue(form, MORE)).split('.');
}

const encoded = (json: Json) => Buffer.from(JSON.stringify(json)).toString('base64url');
const decoded = (part = ''): Json => JSON.parse(Buffer.from(part, 'base64url').toString());

describe.each(ALL_FORMS.filter(isEmbedded))('a credential with %s', (form) => {
  test('is not believed once any leaf of it is another', async () => {
    const mutations = mutationsOf(await signed(form)).map(({ at, mutated }) => ({
      at,
      presented: mutated,
    }));
    expect(mutations.length).toBeGreaterThan(150);

    const still = await believed(mutations);

    // RDF has no arrays of one: in it these say what was signed, and nothing else does.
    const alike = (at: string) => / → \[/.test(at);
    expect(form.includes('jcs') ? still : still.filter((at) => !alike(at))).toEqual([]);
  });

  test('is not believed with a member more or less, at any depth', async () => {
    const credential = await signed(form);
    const { proof, ...unsecured } = credential;
    const changed = [...removals(unsecured), ...additions(unsecured)].map(({ at, value }) => ({
      at,
      presented: isJsonObject(value) ? { ...value, proof: proof ?? {} } : value,
    }));
    expect(changed.length).toBeGreaterThan(40);

    expect(await believed(changed)).toEqual([]);
  });

  test('is not believed with the proof of another credential, or one that was cut', async () => {
    const [one, other] = await Promise.all([
      signed(form),
      issuer.issue(form, { ...MORE, name: 'Another' }),
    ]);
    const proof = isJsonObject(other) ? (other.proof ?? null) : null;
    const { proof: own } = one;
    const value = isJsonObject(own) ? String(own.proofValue) : '';
    const cut = [1, 10, value.length - 1].map((length) => value.slice(0, -length));
    const changed = [
      { at: 'swapped', presented: { ...one, proof } },
      { at: 'both', presented: { ...one, proof: [own ?? null, proof] } },
      ...cut.map((proofValue) => ({
        at: proofValue,
        presented: { ...one, proof: { ...(isJsonObject(own) ? own : {}), proofValue } },
      })),
    ];

    expect(await believed(changed)).toEqual([]);
  });
});

describe.each(ALL_FORMS.filter((form) => !isEmbedded(form)))('a token in %s', (form) => {
  test('is not believed once any leaf of its header or payload is another', async () => {
    const [header, payload, signature] = await token(form as TokenForm);
    const changed = [
      ...mutationsOf(decoded(header)).map(({ at, mutated }) => ({
        at: `header${at}`,
        presented: [encoded(mutated), payload, signature].join('.'),
      })),
      ...mutationsOf(decoded(payload)).map(({ at, mutated }) => ({
        at: `payload${at}`,
        presented: [header, encoded(mutated), signature].join('.'),
      })),
    ];
    expect(changed.length).toBeGreaterThan(150);

    expect(await believed(changed)).toEqual([]);
  });

  test('is not believed cut off anywhere, or with a part of another token', async () => {
    const parts = await token(form as TokenForm);
    const other = String(await issuer.issue(form, { ...MORE, name: 'Another' })).split('.');
    const whole = parts.join('.');
    const cut = Array.from({ length: 40 }, (_, at) => whole.slice(0, -1 - at * 20));
    const swapped = parts.map((_, at) => parts.with(at, other[at] ?? '').join('.'));
    const changed = [...cut, ...swapped.filter((one) => one !== whole)].map((presented) => ({
      at: presented.slice(-8),
      presented,
    }));

    expect(await believed(changed)).toEqual([]);
  });
});

type Change = { readonly at: string; readonly value: Json };

/** Copies without one member or one item, wherever it is. */
function removals(value: Json, at = ''): readonly Change[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    {
      at: `${at}/${name} less`,
      value: Array.isArray(value)
        ? value.filter((_, place) => String(place) !== name)
        : Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)),
    },
    ...removals(one, `${at}/${name}`).map((change) => replaced(value, name, change)),
  ]);
}

/** Copies with one more member in one object: one that every vocabulary knows, and one that none does. */
function additions(value: Json, at = ''): readonly Change[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, one]) =>
    additions(one, `${at}/${name}`).map((change) => replaced(value, name, change)),
  );
  if (!isJsonObject(value)) return below;
  const more = [
    { description: 'Not what was signed.' },
    { laurelSaysSo: true },
    { '@type': 'Profile' },
    { '@index': 'Not what was signed.' },
    { '@included': [] },
    { 'https://schema.org/name': [] },
    { notWhatWasSigned: null },
    { alsoNotWhatWasSigned: [] },
  ].filter((one) => !Object.keys(one).some((name) => name in value));
  return [
    ...more.map((one) => ({ at: `${at} ${Object.keys(one)}`, value: { ...value, ...one } })),
    ...below,
  ];
}

function replaced(value: Json, name: string, { at, value: changed }: Change): Change {
  return {
    at,
    value: Array.isArray(value)
      ? value.with(Number(name), changed)
      : { ...(isJsonObject(value) ? value : {}), [name]: changed },
  };
}
