import { TOKEN_SCOPES } from '@laurel/core/issuer';
import { isReason } from '@laurel/http/problem';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { type Description, descriptionOf, operationsOf } from '../support/api-description.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const SECONDS_PER_DAY = 86_400;

let laurel: Laurel;
let description: Description;
beforeAll(async () => {
  laurel = await startLaurel();
  description = await descriptionOf(laurel);
});
afterAll(() => laurel.stop());

function filled(path: string): string {
  return path.replace('{slug}', laurel.issuer).replaceAll(/\{\w+\}/g, 'k3TqV9wZ2mBc7XrLp');
}

function tokenWith(scopes: readonly (typeof TOKEN_SCOPES)[number][]): Promise<string> {
  return laurel.stewardship.makeToken(
    laurel.issuer,
    accountIdOf(ORGANIZER),
    scopes,
    Math.floor(Date.now() / 1000) + SECONDS_PER_DAY,
  );
}

describe('the description of the API', () => {
  test('has an id of its own for each operation, a heading, and an answer that succeeds', () => {
    const operations = operationsOf(description);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([]);
    const headings = new Set(description.tags.map(({ name }) => name));
    for (const { operation } of operations) {
      expect(
        operation.tags.every((tag) => headings.has(tag)),
        operation.operationId,
      ).toBe(true);
      const answers = Object.keys(operation.responses);
      expect(
        answers.some((status) => /^2\d\d$/.test(status)),
        operation.operationId,
      ).toBe(true);
    }
  });

  test('declares every parameter of a path, once, and no other in it', () => {
    for (const { path, operation } of operationsOf(description)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).sort(), path).toEqual(inPath.sort());
      expect(
        declared.every(({ required }) => required),
        path,
      ).toBe(true);
    }
  });

  test('refers to nothing that is not in it, and has nothing in it that is not referred to', () => {
    const said = JSON.stringify(description);
    const references = new Set(
      [...said.matchAll(/"\$ref":"([^"]+)"/g)].map(([, one]) => one ?? ''),
    );
    for (const reference of references) {
      const found = reference
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>(
          (at, name) => (at as Record<string, unknown> | undefined)?.[name],
          description,
        );
      expect(found, reference).toBeTypeOf('object');
    }
    const unused = Object.keys(description.components.schemas).filter(
      (name) => !references.has(`#/components/schemas/${name}`),
    );
    expect(unused).toEqual([]);
  });

  test('holds schemas that are valid JSON Schema (2020-12), as OpenAPI 3.1 has them', () => {
    const ajv = new Ajv2020({ strict: false, logger: false });
    addFormats.default(ajv);
    const schemas = JSON.parse(
      JSON.stringify(description.components.schemas).replaceAll(
        '#/components/schemas/',
        '#/$defs/',
      ),
    );
    for (const name of Object.keys(schemas)) {
      expect(() => ajv.compile({ $ref: `#/$defs/${name}`, $defs: schemas }), name).not.toThrow();
    }
  });

  test('names refusals that there are', () => {
    const named = operationsOf(description).flatMap(({ operation }) => operation['x-problems']);
    expect(named.filter((reason) => !isReason(reason))).toEqual([]);
  });

  test('every path answers other methods with 405, and allows those that are described', async () => {
    for (const [path, methods] of Object.entries(description.paths)) {
      if (Object.values(methods).some((one) => one['x-scope'] === 'steward')) continue;
      const answer = await fetch(`${laurel.url}/api/v1${filled(path)}`, { method: 'PROPFIND' });
      expect(answer.status, path).toBe(405);
      const allowed = answer.headers.get('allow')?.split(', ').sort();
      expect(allowed, path).toEqual(
        Object.keys(methods)
          .map((one) => one.toUpperCase())
          .sort(),
      );
    }
  });
});

describe('what each operation needs', () => {
  test('is said of every one, by its security requirements too', () => {
    const needs = new Set<string>([...TOKEN_SCOPES, 'session', 'steward', 'anybody']);
    for (const { scope, operation } of operationsOf(description)) {
      expect(needs.has(scope), operation.operationId).toBe(true);
      expect(operation.security, operation.operationId).toEqual(
        scope === 'anybody'
          ? []
          : scope === 'session' || scope === 'steward'
            ? [{ session: [] }]
            : [{ bearer: [scope] }, { session: [] }],
      );
    }
  });

  test('is needed: a token with every other scope is refused, whatever it asks for', async () => {
    const without = new Map<string, string>();
    const ofScopes = operationsOf(description).filter(({ scope }) => scope.includes(':'));
    expect(ofScopes.length).toBeGreaterThan(25);
    for (const { scope, method, path } of ofScopes) {
      const token =
        without.get(scope) ?? (await tokenWith(TOKEN_SCOPES.filter((one) => one !== scope)));
      without.set(scope, token);
      const answer = await fetch(`${laurel.url}/api/v1${filled(path)}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status, `${method} ${path}`).toBe(403);
      expect(await answer.json(), `${method} ${path}`).toMatchObject({
        type: `${laurel.origin}/problems/token_scope_missing`,
        scope,
      });
    }
  });

  test('is enough: a token with that scope alone is not refused for a scope', async () => {
    for (const { scope, method, path } of operationsOf(description)) {
      const [only] = TOKEN_SCOPES.filter((one) => one === scope);
      if (only === undefined) continue;
      const answer = await fetch(`${laurel.url}/api/v1${filled(path)}`, {
        method,
        headers: { authorization: `Bearer ${await tokenWith([only])}` },
      });
      const said = await answer.text();
      expect(said, `${method} ${path}`).not.toMatch(/token_scope_missing|grant_missing/);
      expect(answer.status, `${method} ${path}`).not.toBe(401);
    }
  });

  test('where it is a login, no token is one; where it is nothing, nothing is asked', async () => {
    const token = await tokenWith(TOKEN_SCOPES);
    for (const { scope, method, path } of operationsOf(description)) {
      if (scope.includes(':')) continue;
      const answer = await fetch(`${laurel.url}/api/v1${filled(path)}`, {
        method,
        headers: scope === 'anybody' ? {} : { authorization: `Bearer ${token}` },
      });
      const expected = scope === 'session' ? 401 : scope === 'steward' ? 404 : 200;
      expect(answer.status, `${method} ${path}`).toBe(expected);
    }
  });

  test('nobody without a token or a login gets any further', async () => {
    for (const { scope, method, path } of operationsOf(description)) {
      if (scope === 'anybody') continue;
      const answer = await fetch(`${laurel.url}/api/v1${filled(path)}`, { method });
      expect(answer.status, `${method} ${path}`).toBe(scope === 'steward' ? 404 : 401);
    }
  });
});
