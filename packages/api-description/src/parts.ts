import {
  type ApiPart,
  INTEGER,
  listOf,
  METHODS,
  object,
  objectWithOptional,
  STRING,
  URL_STRING,
} from './describe.ts';
import { describedOperation } from './describe-operation.ts';

/** Parts of an API under their headings, in the order of the reference. */
export type Parts = readonly (readonly [heading: string, part: ApiPart])[];

/** The headings under which there is something. */
export function tagsOf(parts: Parts): readonly { readonly name: string }[] {
  return parts.filter(([, { paths }]) => Object.keys(paths).length > 0).map(([name]) => ({ name }));
}

/** All paths as OpenAPI 3.1 has them. Parts may describe different methods of one path. */
export function pathsOf(parts: Parts): Readonly<Record<string, object>> {
  const all: Record<string, Record<string, object>> = {};
  for (const [tag, { paths }] of parts) {
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of METHODS) {
        const operation = operations[method];
        if (operation === undefined) continue;
        all[path] = { ...all[path], [method]: describedOperation(method, path, operation, tag) };
      }
    }
  }
  return all;
}

/** All schemas, with that of refusals. */
export function schemasOf(parts: Parts): Readonly<Record<string, object>> {
  const problem = objectWithOptional(
    {
      type: { ...URL_STRING, description: 'The address of a page about problems of this kind.' },
      title: STRING,
      status: INTEGER,
      detail: STRING,
      remedy: { ...STRING, description: 'What to do.' },
      instance: STRING,
    },
    { issues: listOf(object({ pointer: STRING, detail: STRING })) },
  );
  return Object.assign({}, ...parts.map(([, { schemas }]) => schemas), { Problem: problem });
}
