import {
  listOf,
  nullable,
  object,
  objectWithOptional,
  orNull,
  ref,
  STRING,
} from '@laurel/api-description/describe';
import { CHECK_NAMES, PRINTED_FIELDS, VERDICTS } from '@laurel/core/verdict';
import { findingsOf } from './findings.ts';

const RESULTS = ['pass', 'fail', 'warn', 'skipped'] as const;

/** What a verification answers: a verdict, and the checks of which it is the sum. */
export const REPORT_SCHEMAS = {
  Verdict: {
    enum: VERDICTS,
    description:
      'The sum. “unknown”: nothing speaks against it, and something that has to be known could not be found out; a check says what.',
  },
  Check: {
    ...object({
      check: { enum: CHECK_NAMES, description: 'What was asked.' },
      result: {
        enum: RESULTS,
        description: '“skipped” was not asked; “warn” is told, and may leave the verdict open.',
      },
      finding: { ...STRING, description: 'A code; those of each check are listed below.' },
      detail: { ...STRING, description: 'The finding as a sentence, in the language asked for.' },
    }),
    allOf: [
      {
        anyOf: CHECK_NAMES.map((check) => ({
          properties: { check: { const: check }, finding: { enum: findingsOf(check) } },
        })),
      },
    ],
  },
  Report: objectWithOptional(
    {
      verdict: ref('Verdict'),
      checks: listOf(ref('Check')),
      credential: {
        ...orNull({ type: 'object', additionalProperties: true }),
        description: 'What was looked at, as it was signed; null where nothing was found.',
      },
    },
    {
      readFrom: {
        ...object({ file: STRING, mediaType: nullable(STRING) }),
        description: 'Of a PDF: the file in it that the credential is.',
      },
      printed: {
        ...objectWithOptional(
          {
            fields: listOf(
              object({
                field: { enum: PRINTED_FIELDS },
                signed: STRING,
                printed: { type: 'boolean' },
              }),
            ),
            more: STRING,
          },
          {
            notSigned: {
              ...object({ madeOn: nullable(STRING), addressee: nullable(STRING) }),
              description:
                'Of a letter of confirmation: its day, and for whom it is, which nobody signed.',
            },
          },
        ),
        description: 'Of a PDF: whether its pages say what was signed, and what else they say.',
      },
      credentials: {
        ...listOf(ref('Report')),
        description:
          'Of a PDF that carries several: a report for each, in their order. `credential` is null then, and the verdict is that of all of them and of the pages.',
      },
    },
  ),
  Refused: object({ problem: ref('Problem') }),
  Reports: object({
    results: {
      ...listOf({ anyOf: [ref('Report'), ref('Refused')] }),
      description: 'One for each, in order.',
    },
  }),
} as const;
