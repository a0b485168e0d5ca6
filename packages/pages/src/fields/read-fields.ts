import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import type { Field, FieldValue } from './field-value.ts';
import { textsIn } from './language-texts.ts';
import { tokenPayload } from './token-payload.ts';

/** Seconds since the epoch, in a JWT (RFC 7519, Section 2). */
const NUMERIC_DATES = ['exp', 'iat', 'nbf'];

/** What only programs need stands behind what people read. */
const TECHNICAL = ['id', '@id', 'type', '@type', '@context'];

/** `YYYY-MM-DD`, also with a time (XML Schema 1.1 Part 2, `date` and `dateTime`). */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** RFC 3986, Section 3, of the schemes that credentials have. */
const ADDRESS = /^(?:https?|did|urn|mailto|tel|ipfs|ipns|ni|tag):\S+$/i;

/** RFC 2397. Of the data only the length is wanted. */
const DATA = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[^,;]*)*?)(;base64)?,/i;

/** All that a document says, in its order. Any JSON will do: nothing is left out, and nothing is believed. */
export function readFields(document: JsonObject): readonly Field[] {
  const fields = Object.entries(document).map(([name, value]) => ({
    name,
    value: readValue(value, name),
  }));
  const isTechnical = ({ name }: Field) => TECHNICAL.includes(name);
  return [...fields.filter((one) => !isTechnical(one)), ...fields.filter(isTechnical)];
}

function readValue(value: Json, name: string): FieldValue {
  if (value === null || value === '') return { kind: 'empty' };
  if (typeof value === 'string') return readText(value, name);
  if (typeof value === 'boolean') return { kind: 'answer', yes: value };
  if (typeof value === 'number') return readNumber(value, name);
  const texts = textsIn(value);
  if (texts !== null) {
    const [only, ...others] = texts;
    return only !== undefined && others.length === 0
      ? { kind: 'text', ...only }
      : { kind: 'languages', texts };
  }
  if (isJsonObject(value)) {
    const fields = readFields(value);
    return fields.length === 0 ? { kind: 'empty' } : { kind: 'group', fields };
  }
  const items = value.map((item) => readValue(item, name));
  const [only, ...others] = items;
  if (only === undefined) return { kind: 'empty' };
  return others.length === 0 ? only : { kind: 'list', items };
}

function readText(text: string, name: string): FieldValue {
  const [, day] = MOMENT.exec(text) ?? [];
  if (day !== undefined) return { kind: 'moment', day, written: text };
  const [head, mediaType = 'text/plain', , base64] = DATA.exec(text) ?? [];
  if (head !== undefined) {
    const units = text.length - head.length;
    const bytes = base64 === undefined ? units : Math.floor((units * 3) / 4);
    return { kind: 'data', mediaType: mediaType.toLowerCase(), bytes };
  }
  if (ADDRESS.test(text)) return { kind: 'address', address: text };
  const payload = name === 'endorsementJwt' ? tokenPayload(text) : null;
  return payload === null
    ? { kind: 'text', text, language: null }
    : { kind: 'group', fields: readFields(payload) };
}

function readNumber(number: number, name: string): FieldValue {
  const moment = NUMERIC_DATES.includes(name) ? new Date(number * 1000) : null;
  if (moment === null || Number.isNaN(moment.getTime())) {
    return { kind: 'number', written: String(number) };
  }
  const written = moment.toISOString();
  return { kind: 'moment', day: written.slice(0, 10), written };
}
