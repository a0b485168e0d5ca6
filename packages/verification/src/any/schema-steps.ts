import type { Schema } from '@cfworker/json-schema';
import type { DocumentWords } from './document-words.ts';

/** Letters of a value that are compared or written down in the time of one step. */
const LETTERS_IN_A_STEP = 10;

/** Items of an array that are compared with each other in that time. */
const COMPARISONS_IN_A_STEP = 10;

/**
 * The most steps that one look at a document with this schema takes; the schemas inside of it are looked
 * with on their own.
 */
export function stepsOf(schema: Schema, words: DocumentWords): number {
  const { longestString, longestArray, mostMembers } = words;
  const isMeasured = schema.minLength !== undefined || schema.maxLength !== undefined;
  const named = [
    schema.properties,
    schema.required,
    schema.dependentRequired,
    schema.dependentSchemas,
  ];
  return (
    1 +
    named.reduce((sum, members) => sum + countOf(members), 0) +
    countOf(schema.dependencies) +
    lengthOf(schema.const) +
    lengthOf(schema.enum) +
    (isMeasured ? longestString : 0) +
    (schema.uniqueItems === true ? Math.ceil(longestArray ** 2 / COMPARISONS_IN_A_STEP) : 0) +
    mostMembers * Object.keys(schema.patternProperties ?? {}).join('').length
  );
}

function countOf(members: object | undefined): number {
  return members === undefined ? 0 : Object.keys(members).length;
}

function lengthOf(value: unknown): number {
  const written = value === undefined ? '' : JSON.stringify(value);
  return Math.ceil(written.length / LETTERS_IN_A_STEP);
}
