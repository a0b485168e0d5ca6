import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { VERDICTS } from '@laurel/core/verdict';
import { messagesFor } from '@laurel/i18n/messages';
import { findingSentence } from '@laurel/pages/finding';
import { readPresented } from '@laurel/verification/read';
import type { Report } from '@laurel/verification/report';
import type { Retrieve } from '@laurel/verification/retrieve';
import { verify } from '@laurel/verification/verify';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { brokenDocuments, brokenTexts } from '../support/broken.ts';
import { ALL_FORMS, isEmbedded } from '../support/foreign/forms.ts';
import { type ForeignIssuer, foreignIssuer } from '../support/foreign-issuer.ts';
import { holds, PATIENCE_MS } from '../support/properties.ts';

const NOW_SECONDS = Date.parse('2026-11-22T12:00:00Z') / 1000;

let issuer: ForeignIssuer;
let withEverything: JsonObject;
beforeAll(async () => {
  issuer = await foreignIssuer();
  const entry = await issuer.statusList({ set: [3] });
  const schema = issuer.publish('/schema.json', {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['credentialSubject'],
  });
  const signed = await issuer.issue('eddsa-jcs-2022', {
    credentialStatus: entry(4),
    credentialSchema: { id: schema, type: 'JsonSchema' },
  });
  if (typeof signed === 'string') throw new Error('this form is no token');
  withEverything = signed;
});

function verified(text: string, retrieve: Retrieve = issuer.retrieve): Promise<Report> | null {
  const read = readPresented(text);
  if (!read.ok) return null;
  const registry = {
    origin: 'https://laurel.example',
    issuer: async () => null,
    standing: async () => null,
    logged: async () => null,
  };
  return verify(read.value, { registry, retrieve, work: { spent: 0 } }, NOW_SECONDS);
}

/** A verdict, and a sentence for every check. */
function expectReport({ verdict, checks }: Report): void {
  expect(VERDICTS).toContain(verdict);
  for (const check of checks) {
    expect(findingSentence(check, messagesFor('en')).length).toBeGreaterThan(0);
  }
}

function withoutProof({ proof: _, ...document }: JsonObject): string {
  return JSON.stringify(document);
}

test('a good one is valid, so that what follows begins from something', async () => {
  expect(await verified(JSON.stringify(withEverything))).toMatchObject({ verdict: 'valid' });
});

test('a document that was broken is answered, and not valid', {
  timeout: PATIENCE_MS,
}, async () => {
  await holds(
    0.1,
    fc.asyncProperty(brokenDocuments([withEverything]), async (broken) => {
      const report = await verified(JSON.stringify(broken));
      if (report === null) return;
      expectReport(report);
      // A proof may stand twice, in a list, or beside one of an unknown kind; what it is over may not change.
      if (withoutProof(broken) === withoutProof(withEverything)) return;
      expect(report.verdict).not.toBe('valid');
    }),
  );
});

test('every form, broken as text, is answered', { timeout: PATIENCE_MS }, async () => {
  const all = await Promise.all(ALL_FORMS.map((form) => issuer.issue(form)));
  const texts = all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  expect(ALL_FORMS.filter(isEmbedded).length).toBeLessThan(texts.length);
  await holds(
    0.05,
    fc.asyncProperty(brokenTexts(fc.constantFrom(...texts)), async (text) => {
      const report = await verified(text);
      if (report !== null) expectReport(report);
    }),
  );
});

test('whatever other servers say, there is an answer', { timeout: PATIENCE_MS }, async () => {
  const documents = [...issuer.published.values()].flatMap(({ body }) => {
    const parsed: Json = JSON.parse(String(body));
    return isJsonObject(parsed) ? [parsed] : [];
  });
  const said = fc.oneof(
    brokenDocuments(documents).map((document) => JSON.stringify(document)),
    brokenTexts(fc.constantFrom(...documents.map((document) => JSON.stringify(document)))),
  );
  await holds(
    0.05,
    fc.asyncProperty(said, fc.nat({ max: 3 }), async (text, which) => {
      let asked = 0;
      const report = await verified(JSON.stringify(withEverything), async (url, accept) => {
        asked += 1;
        const answer = await issuer.retrieve(url, accept);
        return answer.ok && asked === which + 1
          ? { ok: true, value: { ...answer.value, text } }
          : answer;
      });
      if (report === null) throw new Error('a good credential could not be read');
      expectReport(report);
    }),
  );
});
