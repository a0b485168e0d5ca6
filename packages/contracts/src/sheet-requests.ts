import * as z from 'zod';
import { AwardRequest } from './award-request.ts';

/** The most bytes of a list in JSON: what a sheet may have, written in base64. */
export const MAX_SHEET_REQUEST_BYTES = 3 * 1024 * 1024;

const Column = z.int().min(0).max(999);

const AttendanceRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('everyone') }),
  z.strictObject({ rule: z.literal('by_hand') }),
  z.strictObject({
    rule: z.literal('marked'),
    columns: z.array(Column).min(1).max(60),
    values: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
    atLeast: z.int().min(1).max(60),
  }),
  z.strictObject({
    rule: z.literal('counted'),
    column: Column,
    atLeast: z.number().positive().max(10_000),
  }),
]);

/** `POST /api/v1/issuers/{slug}/sheets`: a list as text, or a file in base64. */
export const SheetRequest = z.union([
  z.strictObject({ text: z.string(), label: z.string().max(200).optional() }),
  z.strictObject({ file: z.base64(), label: z.string().max(200).optional() }),
]);

/** `PUT /api/v1/sheets/{id}/reading`. Columns are counted from 0. */
export const ReadingRequest = z.strictObject({
  usernameColumn: Column,
  hoursColumn: Column.nullable(),
  attendance: AttendanceRule,
});

/** `PATCH /api/v1/sheets/{id}/rows`: what is said of rows; a name put right is looked up at once. */
export const RowsRequest = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        row: z.int().min(0),
        attended: z.boolean().optional(),
        confirmed: z.boolean().nullable().optional(),
        username: z.string().max(1_000).optional(),
      }),
    )
    .min(1)
    .max(50),
});

/** `PUT /api/v1/sheets/{id}/terms`. */
export const SheetTermsRequest = AwardRequest.omit({ recipients: true }).extend({
  label: z.string().max(200).optional(),
});

/** `POST /api/v1/sheets/{id}/award`. Paper consent has to be declared. */
export const SheetAwardRequest = z.strictObject({ consentDeclared: z.boolean().optional() });
