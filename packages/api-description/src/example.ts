import { itemsOf, type JsonSchema, resolved, type Schemas } from './document.ts';

/** Invented values of members that are ids, names or codes, by their name. */
const BY_NAME: Readonly<Record<string, string>> = {
  username: 'Ọlá of Ìbàdàn',
  slug: 'your-group',
  issuer: 'your-group',
  achievement: 'training-workshop-participation',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  label: 'Workshop in Ìbàdàn',
  name: 'Event tool',
  language: 'en',
  start: '2026-11-21',
  end: '2026-11-22',
  'Idempotency-Key': 'workshop-2026-11-21',
};

const AN_ID = 'k3TqV9wZ2mBc7XrLp';

/** Deeper than any body of ours. */
const MAX_DEPTH = 8;

/** A value that a schema allows, to show what a body looks like. `name` is of the member that holds it. */
export function exampleOf(schema: JsonSchema, schemas: Schemas, name = '', depth = 0): unknown {
  if (depth > MAX_DEPTH) return null;
  const at = resolved(schema, schemas);
  if (at.const !== undefined) return at.const;
  if (at.enum !== undefined) return at.enum[0];
  const [choice] = at.anyOf ?? at.oneOf ?? [];
  if (choice !== undefined) return exampleOf(choice, schemas, name, depth + 1);
  const type = typeof at.type === 'string' ? at.type : at.type?.[0];
  switch (type) {
    case 'object':
      return exampleObject(at, schemas, depth);
    case 'array':
      return itemsOf(at).map((item) => exampleOf(item, schemas, name, depth + 1));
    case 'integer':
    case 'number':
      return Math.max(at.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return exampleText(at, name);
  }
}

function exampleObject({ properties = {}, required }: JsonSchema, schemas: Schemas, depth: number) {
  const members = Object.entries(properties).filter(([name]) => required?.includes(name) ?? true);
  return Object.fromEntries(
    members.map(([name, member]) => [name, exampleOf(member, schemas, name, depth + 1)]),
  );
}

function exampleText({ format, contentEncoding }: JsonSchema, name: string): string {
  if (format === 'date-time') return '2026-11-26T09:30:00.000Z';
  if (format === 'uri') return `https://laurel.example/…/${AN_ID}`;
  if (contentEncoding === 'base64') return 'VXNlcm5hbWUK';
  return BY_NAME[name] ?? AN_ID;
}
