import { expect, test } from 'vitest';
import { openApi } from '../../services/desk/src/api/openapi.ts';
import { apiRoutes } from '../../services/desk/src/api/routes.ts';

const description: unknown = openApi('https://laurel.example');
const { paths, components } = Object(description);

test('every route of the API is described, and nothing else is', () => {
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(Object(operations)).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routed = apiRoutes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);

  expect(routed.length).toBeGreaterThan(30);
  expect([...new Set(described)].sort()).toEqual([...new Set(routed)].sort());
});

test('every schema that the description names is in it', () => {
  const named = [...JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w+)/g)];

  expect(
    named.map(([, name = '']) => name).filter((name) => !(name in components.schemas)),
  ).toEqual([]);
});
