import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import type { DocumentLoader } from '../document-loader.ts';
import { KNOWN_CONTEXTS } from '../known-contexts.ts';
import { isTooMuch, type Work } from './work.ts';

/** Why a document cannot be reduced to the bytes that are signed. */
export type NotReduced =
  | { readonly outcome: 'bad' | 'too_much_work' }
  /** Names a context that is not vendored, a term or type that no context defines, or a rule of JSON-LD. */
  | {
      readonly outcome: 'unknown_context' | 'undefined_term' | 'bad_context';
      readonly name: string;
    };

/** Serves what is vendored, and notes down what else was asked for, which is then not to be had. */
export function vendoredContexts(unknown: string[]): DocumentLoader {
  return async (url) => {
    const document = KNOWN_CONTEXTS.get(url);
    if (document === undefined) {
      unknown.push(url);
      throw new Error('not a context that is kept here');
    }
    return { documentUrl: url, document, contextUrl: null };
  };
}

/** What the libraries threw, for whatever reason a document cannot be reduced to bytes. */
export function whyNot(error: unknown, unknown: string | undefined, work: Work): NotReduced {
  if (isTooMuch(work)) return { outcome: 'too_much_work' };
  if (unknown !== undefined) return { outcome: 'unknown_context', name: unknown };
  if (!isJsonLdError(error)) return { outcome: 'bad' };
  const { event, code } = error.details;
  if (isJsonObject(event)) return { outcome: 'undefined_term', name: leftOut(event) };
  return { outcome: 'bad_context', name: typeof code === 'string' ? code : error.name };
}

type JsonLdError = Error & { readonly details: Readonly<Record<string, unknown>> };

function isJsonLdError(error: unknown): error is JsonLdError {
  return (
    error instanceof Error &&
    error.name.startsWith('jsonld.') &&
    'details' in error &&
    isJsonObject(error.details)
  );
}

/** The name of what JSON-LD would leave out without a word, and therefore unsigned. */
function leftOut(event: JsonObject): string {
  const names = ['property', 'type', 'id', 'value', 'language', 'vocab'].flatMap(
    (name) => stringAt(event, 'details', name) ?? [],
  );
  return names[0] ?? stringAt(event, 'code') ?? '';
}
