import {
  ReadingRequest,
  RowsRequest,
  SheetAwardRequest,
  SheetRequest,
  SheetTermsRequest,
} from '@laurel/contracts/sheet-requests';
import { z } from 'zod';
import {
  type ApiPart,
  answer,
  body,
  DONE,
  INTEGER,
  ISSUER,
  object,
  PROBLEM,
  parameter,
  STRING,
  URL_STRING,
} from '../api/describe.ts';

const SHEET = parameter('id', 'path', 'The list.');

/** What the API’s description says of lists of people on their way to a batch. */
export const sheetPart: ApiPart = {
  paths: {
    '/issuers/{slug}/sheets': {
      get: {
        summary: 'Lists that were begun and not awarded yet.',
        parameters: [ISSUER],
        responses: { 200: answer('One page of them.', 'Sheets'), '4XX': PROBLEM },
      },
      post: {
        summary: 'Give a list of people: a text, or a file in base64 (CSV, TSV, XLSX).',
        description:
          'Its columns are guessed and its names are looked up. It ends after seven days.',
        parameters: [ISSUER],
        requestBody: body('SheetRequest'),
        responses: { 201: answer('The list.', 'SheetBegun'), '4XX': PROBLEM },
      },
    },
    '/sheets/{id}': {
      get: {
        summary: 'A list: its columns, how it is read, and how far it is.',
        parameters: [SHEET],
        responses: { 200: answer('The list.', 'Sheet'), '4XX': PROBLEM },
      },
      delete: { summary: 'Delete a list and its names.', parameters: [SHEET], responses: DONE },
    },
    '/sheets/{id}/rows': {
      get: {
        summary: 'One page of a pile of rows: `?pile=ready|check|not_found|waiting`.',
        parameters: [SHEET],
        responses: { 200: answer('Rows with what was found of them.', 'Rows'), '4XX': PROBLEM },
      },
      patch: {
        summary: 'Say of rows who attended and who is meant, or put names right.',
        parameters: [SHEET],
        requestBody: body('RowsRequest'),
        responses: { 200: answer('The list.', 'Sheet'), '4XX': PROBLEM },
      },
    },
    '/sheets/{id}/reading': {
      put: {
        summary: 'Set what the columns mean and who attended.',
        parameters: [SHEET],
        requestBody: body('ReadingRequest'),
        responses: DONE,
      },
    },
    '/sheets/{id}/terms': {
      put: {
        summary: 'Set what is awarded, and how.',
        parameters: [SHEET],
        requestBody: body('SheetTermsRequest'),
        responses: DONE,
      },
    },
    '/issuers/{slug}/sheets/{id}/award': {
      post: {
        summary: 'Award a list. It is gone then; the same call gives the same batch.',
        parameters: [ISSUER, SHEET],
        requestBody: body('SheetAwardRequest'),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
      },
    },
  },
  schemas: {
    SheetRequest: z.toJSONSchema(SheetRequest, { io: 'input' }),
    ReadingRequest: z.toJSONSchema(ReadingRequest, { io: 'input' }),
    RowsRequest: z.toJSONSchema(RowsRequest, { io: 'input' }),
    SheetTermsRequest: z.toJSONSchema(SheetTermsRequest, { io: 'input' }),
    SheetAwardRequest: z.toJSONSchema(SheetAwardRequest, { io: 'input' }),
    SheetBegun: object({ sheet: STRING, url: URL_STRING }),
    Sheet: object({ sheet: STRING, label: STRING, size: INTEGER, columns: { type: 'array' } }),
    Sheets: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      sheets: { type: 'array', items: { $ref: '#/components/schemas/Sheet' } },
    }),
    Rows: object({ page: INTEGER, pages: INTEGER, total: INTEGER, rows: { type: 'array' } }),
  },
};
