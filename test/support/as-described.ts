import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import type { Description } from './api-description.ts';

const Anything = z.record(z.string(), z.unknown());
const Contents = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) });

/** What is wrong with an answer in JSON, by what is said of it; null where it is as described. */
export function wrongWith(
  description: Description,
  { method, path, status }: { method: string; path: string; status: number },
  answer: unknown,
  mediaType = 'application/json',
): unknown {
  const operation = description.paths[path]?.[method.toLowerCase()];
  const { content } = Contents.parse(
    operation?.responses[status] ?? operation?.responses[`${Math.floor(status / 100)}XX`],
  );
  return wrongBySchema(description, content[mediaType]?.schema, answer);
}

/** The same by one schema of the description. */
export function wrongBySchema(description: Description, schema: unknown, value: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile({
    ...Anything.parse(closed(schema)),
    $defs: closed(description.components.schemas),
  });
  return validate(value) ? null : validate.errors;
}

/** A schema as JSON Schema of its own, in which no object has members that are not described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).map(([name, value]) => [
    name,
    name === '$ref' ? String(value).replace('#/components/schemas/', '#/$defs/') : closed(value),
  ]);
  // What only narrows an object, beside its description, has no type of its own.
  const isOpen = 'properties' in schema && 'type' in schema && !('additionalProperties' in schema);
  return { ...Object.fromEntries(members), ...(isOpen ? { additionalProperties: false } : {}) };
}
