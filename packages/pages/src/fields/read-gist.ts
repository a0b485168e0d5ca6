import { isJsonObject, type Json, type JsonObject, stringAt } from '@laurel/core/json';
import { type LanguageTag, textIn } from '@laurel/core/language';
import { documentParts } from './document-parts.ts';
import { textsIn } from './language-texts.ts';

/** How a credential names somebody it is about. */
export type NamedHolder =
  | {
      readonly how: 'stated' | 'self_declared' | 'user' | 'email' | 'id';
      readonly name: string;
    }
  | { readonly how: 'identifier'; readonly name: string; readonly kind: string }
  | { readonly how: 'hashed' };

/** What a reader wants to know first of a credential of any issuer. What is not stated is null. */
export type Gist = {
  readonly title: string | null;
  readonly holders: readonly NamedHolder[];
  readonly issuer: { readonly name: string | null; readonly id: string | null };
  /** As they were written. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};

/** Reads the gist out of any document. Trusts nothing of its shape. */
export function readGist(credential: JsonObject, languages: readonly LanguageTag[]): Gist {
  const { said, signing } = documentParts(credential);
  const subjects = objectsIn(said.credentialSubject);
  const { issuer } = said;
  const text = (value: Json | undefined) => textOf(value, languages);
  const achievements = subjects.flatMap(({ achievement }) => objectsIn(achievement));
  return {
    title:
      firstOf(achievements.map(({ name }) => text(name))) ?? text(said.name) ?? typeOf(said.type),
    holders: subjects.flatMap((subject) => holdersIn(subject, text)),
    issuer: {
      name: isJsonObject(issuer) ? text(issuer.name) : null,
      id: stringAt(issuer, 'id') ?? stringAt(said, 'issuer') ?? stringAt(signing, 'iss'),
    },
    validFrom: stringAt(said, 'validFrom') ?? stringAt(said, 'issuanceDate') ?? day(signing.nbf),
    validUntil:
      stringAt(said, 'validUntil') ?? stringAt(said, 'expirationDate') ?? day(signing.exp),
  };
}

type TextOf = (value: Json | undefined) => string | null;

/** Names in plain text first; what only stands for somebody is told where there is no name. */
function holdersIn(subject: JsonObject, text: TextOf): readonly NamedHolder[] {
  const { givenName, familyName } = subject;
  const parts = [text(givenName), text(familyName)].filter((part) => part !== null);
  const name = text(subject.name) ?? (parts.length > 0 ? parts.join(' ') : null);
  const stated = name === null ? [] : [{ how: 'stated', name } as const];
  const identities = objectsIn(subject.identifier).flatMap(identityOf);
  const id = stringAt(subject, 'id');
  const named = [...stated, ...identities];
  return named.length > 0 || id === null ? named : [{ how: 'id', name: id }];
}

/** An IdentityObject (1EdTech Open Badges 3.0, Section B.1.15). */
function identityOf(identity: JsonObject): readonly NamedHolder[] {
  const name = stringAt(identity, 'identityHash');
  if (name === null) return [];
  if (identity.hashed !== false) return [{ how: 'hashed' }];
  const kind = stringAt(identity, 'identityType') ?? '';
  switch (kind) {
    case 'name':
      return [{ how: 'stated', name }];
    case 'ext:selfDeclaredName':
      return [{ how: 'self_declared', name }];
    case 'userName':
    case 'accountId':
      return [{ how: 'user', name }];
    case 'emailAddress':
      return [{ how: 'email', name }];
    default:
      return [{ how: 'identifier', name, kind }];
  }
}

/** A text in the reader's language, where there is a choice. */
function textOf(value: Json | undefined, languages: readonly LanguageTag[]): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  const texts = value === undefined ? null : textsIn(value);
  if (texts === null) return null;
  const map = Object.fromEntries(texts.map(({ text, language }) => [language ?? 'und', text]));
  return firstOf([textIn(map, languages).text]);
}

/** The most telling of several types is the last, as they are written. */
function typeOf(type: Json | undefined): string | null {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
  const telling = types.filter((one) => one !== 'VerifiableCredential');
  return telling.at(-1)?.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2') ?? null;
}

function day(seconds: Json | undefined): string | null {
  const moment = new Date(typeof seconds === 'number' ? seconds * 1000 : Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

function firstOf(texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null && text !== '') ?? null;
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isJsonObject);
}
