import {
  type ApiPart,
  answer,
  body,
  DONE,
  file,
  INTEGER,
  ISSUER,
  MOMENT,
  object,
  PAGE,
  PROBLEM,
  parameter,
  queryParameter,
  STRING,
  URL_STRING,
} from '@laurel/api-description/describe';
import {
  SlipConfirmation,
  SlipPeopleRequest,
  SlipSheetRequest,
} from '@laurel/contracts/slip-requests';
import { PAPER_SIZES } from '@laurel/core/paper';
import * as z from 'zod';

const SHEET = parameter('id', 'path', 'The sheet of slips.');
const BOOLEAN = { type: 'boolean' } as const;

/** What the API’s description says of slips. */
export const slipPart: ApiPart = {
  paths: {
    '/issuers/{slug}/slips': {
      get: {
        scope: 'awards:write',
        summary: 'Sheets of slips, newest first.',
        parameters: [ISSUER, PAGE],
        responses: { 200: answer('One page of them.', 'SlipSheets'), '4XX': PROBLEM },
      },
      post: {
        scope: 'awards:write',
        summary: 'Make a sheet of blank slips for an achievement and event.',
        description: 'Slips die after 30 days. Consent is always asked of whoever shows one.',
        parameters: [ISSUER],
        requestBody: body('SlipSheetRequest'),
        responses: { 201: answer('The sheet.', 'SlipSheetMade'), '4XX': PROBLEM },
        problems: ['issuer_may_not_award', 'achievement_unknown', 'language_unavailable'],
      },
    },
    '/slips/{id}': {
      get: {
        scope: 'awards:write',
        summary: 'A sheet with its codes, and the address that belongs into each QR code.',
        description: 'No codes are told once the slips are dead.',
        parameters: [SHEET],
        responses: { 200: answer('The sheet.', 'SlipSheetWithCodes'), '4XX': PROBLEM },
        problems: ['slip_sheet_unknown'],
      },
      delete: {
        scope: 'awards:write',
        summary: 'End a sheet now: what was not confirmed is dead.',
        parameters: [SHEET],
        responses: DONE,
        problems: ['slip_sheet_unknown', 'slips_ended'],
      },
    },
    '/slips/{id}/print.pdf': {
      get: {
        scope: 'awards:write',
        summary: 'The slips that nobody has shown yet, as a PDF to print and cut apart.',
        description: 'In the language that `Accept-Language` asks for, eight on a page.',
        parameters: [SHEET, queryParameter('paper', '“a4” unless told.', { enum: PAPER_SIZES })],
        responses: { 200: file('The PDF.', 'application/pdf'), '4XX': PROBLEM },
        problems: ['request_invalid', 'slip_sheet_unknown', 'slips_ended', 'slips_none_blank'],
      },
    },
    '/slips/{id}/people': {
      get: {
        scope: 'awards:write',
        summary: 'One page of the people who showed a slip.',
        parameters: [
          SHEET,
          queryParameter('state', '“presented” unless told.', { enum: ['presented', 'refused'] }),
          PAGE,
        ],
        responses: { 200: answer('The people.', 'SlipPeople'), '4XX': PROBLEM },
        problems: ['slip_sheet_unknown', 'slips_ended'],
      },
      patch: {
        scope: 'awards:write',
        summary: 'Refuse slips that were shown, or take that back.',
        parameters: [SHEET],
        requestBody: body('SlipPeopleRequest'),
        responses: { 200: answer('The sheet.', 'SlipSheet'), '4XX': PROBLEM },
        problems: ['slip_sheet_unknown', 'slips_ended', 'slips_none_waiting'],
      },
    },
    '/slips/{id}/confirm': {
      post: {
        scope: 'awards:write',
        summary: 'Confirm slips by their numbers, or everybody’s: they become one batch.',
        description:
          'Confirmed again, slips give the batch that they are in. Your own slip is confirmed by another member.',
        parameters: [SHEET],
        requestBody: body('SlipConfirmation'),
        responses: { 202: answer('The batch, and where it reports.', 'Batch'), '4XX': PROBLEM },
        problems: ['slip_sheet_unknown', 'slips_ended', 'slips_none_waiting', 'own_slip'],
      },
    },
  },
  schemas: {
    SlipSheetRequest: z.toJSONSchema(SlipSheetRequest, { io: 'input' }),
    SlipPeopleRequest: z.toJSONSchema(SlipPeopleRequest, { io: 'input' }),
    SlipConfirmation: z.toJSONSchema(SlipConfirmation, { io: 'input' }),
    SlipSheetMade: object({ sheet: STRING, url: URL_STRING }),
    SlipSheet: object(sheetProperties()),
    SlipSheetWithCodes: object({
      ...sheetProperties(),
      slips: {
        type: 'array',
        items: object({
          number: INTEGER,
          code: STRING,
          state: { enum: ['blank', 'presented', 'confirmed', 'refused'] },
          url: URL_STRING,
        }),
      },
    }),
    SlipSheets: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      sheets: { type: 'array', items: { $ref: '#/components/schemas/SlipSheet' } },
    }),
    SlipPeople: object({
      page: INTEGER,
      pages: INTEGER,
      total: INTEGER,
      people: {
        type: 'array',
        items: object({
          number: INTEGER,
          accountId: STRING,
          username: { type: ['string', 'null'] },
          presentedAt: MOMENT,
          alreadyAwarded: BOOLEAN,
        }),
      },
    }),
  },
};

function sheetProperties(): Record<string, object> {
  return {
    sheet: STRING,
    label: STRING,
    size: INTEGER,
    achievement: STRING,
    terms: { type: 'object' },
    tally: object({ blank: INTEGER, presented: INTEGER, confirmed: INTEGER, refused: INTEGER }),
    ended: BOOLEAN,
    endsAt: MOMENT,
  };
}
