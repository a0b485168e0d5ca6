import {
  type ApiPart,
  answer,
  body,
  DONE,
  ISSUER,
  PAGE,
  PROBLEM,
  parameter,
  queryParameter,
} from '@laurel/api-description/describe';
import {
  ReadingRequest,
  RowsRequest,
  SheetAwardRequest,
  SheetRequest,
  SheetTermsRequest,
} from '@laurel/contracts/sheet-requests';
import * as z from 'zod';
import { SHEET_ANSWERS } from './answers-openapi.ts';

const SHEET = parameter('id', 'path', 'The list.');

const PILE = queryParameter('pile', 'Which pile; “ready” unless told.', {
  enum: ['ready', 'check', 'not_found', 'waiting'],
});

/** What the API’s description says of lists of people on their way to a batch. */
export const sheetPart: ApiPart = {
  paths: {
    '/issuers/{slug}/sheets': {
      get: {
        scope: 'awards:write',
        summary: 'Lists that were begun and not awarded yet.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'Sheets'), '4XX': PROBLEM },
      },
      post: {
        scope: 'awards:write',
        summary: 'Give a list of people: a text, or a file in base64 (CSV, TSV, XLSX).',
        description:
          'Its columns are guessed and its names are looked up. It ends after seven days.',
        parameters: [ISSUER],
        requestBody: body('SheetRequest'),
        responses: { 201: answer('The list.', 'SheetBegun'), '4XX': PROBLEM },
        problems: [
          'sheet_empty',
          'sheet_too_large',
          'sheet_too_many_rows',
          'sheet_too_many_columns',
          'sheet_cell_too_long',
          'sheet_format_unsupported',
          'sheet_unsafe',
          'sheet_damaged',
          'sheet_quoting',
        ],
      },
    },
    '/sheets/{id}': {
      get: {
        scope: 'awards:write',
        summary: 'A list: its columns, how it is read, and how far it is.',
        parameters: [SHEET],
        responses: { 200: answer('The list.', 'Sheet'), '4XX': PROBLEM },
        problems: ['sheet_unknown'],
      },
      delete: {
        scope: 'awards:write',
        summary: 'Delete a list and its names.',
        parameters: [SHEET],
        responses: DONE,
        problems: ['sheet_unknown'],
      },
    },
    '/sheets/{id}/rows': {
      get: {
        scope: 'awards:write',
        summary: 'One page of a pile of rows.',
        parameters: [SHEET, PILE, PAGE],
        responses: { 200: answer('Rows with what was found of them.', 'Rows'), '4XX': PROBLEM },
        problems: ['sheet_unknown'],
      },
      patch: {
        scope: 'awards:write',
        summary: 'Say of rows who attended and who is meant, or put names right.',
        parameters: [SHEET],
        requestBody: body('RowsRequest'),
        responses: { 200: answer('The list.', 'Sheet'), '4XX': PROBLEM },
        problems: ['sheet_unknown'],
      },
    },
    '/sheets/{id}/reading': {
      put: {
        scope: 'awards:write',
        summary: 'Set what the columns mean and who attended.',
        parameters: [SHEET],
        requestBody: body('ReadingRequest'),
        responses: DONE,
        problems: ['sheet_unknown', 'sheet_changed'],
      },
    },
    '/sheets/{id}/terms': {
      put: {
        scope: 'awards:write',
        summary: 'Set what is awarded, and how.',
        parameters: [SHEET],
        requestBody: body('SheetTermsRequest'),
        responses: DONE,
        problems: ['sheet_unknown', 'achievement_unknown', 'language_unavailable'],
      },
    },
    '/issuers/{slug}/sheets/{id}/award': {
      post: {
        scope: 'awards:write',
        summary: 'Award a list. It is gone then; the same call gives the same batch.',
        parameters: [ISSUER, SHEET],
        requestBody: body('SheetAwardRequest'),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: [
          'sheet_unknown',
          'sheet_not_ready',
          'sheet_changed',
          'consent_not_declared',
          'issuer_may_not_award',
          'achievement_unknown',
          'language_unavailable',
        ],
      },
    },
  },
  schemas: {
    SheetRequest: z.toJSONSchema(SheetRequest, { io: 'input' }),
    ReadingRequest: z.toJSONSchema(ReadingRequest, { io: 'input' }),
    RowsRequest: z.toJSONSchema(RowsRequest, { io: 'input' }),
    SheetTermsRequest: z.toJSONSchema(SheetTermsRequest, { io: 'input' }),
    SheetAwardRequest: z.toJSONSchema(SheetAwardRequest, { io: 'input' }),
    ...SHEET_ANSWERS,
  },
};
