import { MAX_ISSUE_REQUESTS } from '@laurel/contracts/signer-rpc';
import { ID_CLASSES } from '@laurel/core/id';
import { MAX_DRAWN, STATUS_LIST_LENGTH } from '../../services/signer/src/status/draw.ts';
import type { Measured, MeasuredReading, MeasuredTable } from './measured.ts';
import { LIMITS, PRICES } from './prices.ts';

/** The badges of the world, and who would award them. */
export const CREDENTIALS = 320e6;
export const ISSUERS = 1_000;

/** A database is called full here: the rest is room for what grows while the next one is bound. */
const FULL_SHARE = 0.8;

/** For so many recipients there are two messages of the queue, the second for their RS256 JWTs; and what is paid of a message: written, read, deleted. */
const RECIPIENTS_PER_TASK = MAX_ISSUE_REQUESTS;
const MESSAGES_PER_TASK = 2;
const OPERATIONS_PER_MESSAGE = 3;

/** The signed texts of a credential, and at most what its row would be without them. */
const TEXTS = 3;
const ROW_WITHOUT_TEXTS_BYTES = 500;

const HOT_PER_HOUR = 1e6;
const SECONDS_PER_HOUR = 3_600;
const MILLION = 1e6;
const GB = 1e9;

/** What one credential takes in a store. */
export function perCredential(tables: readonly MeasuredTable[]) {
  const sum = (of: (table: MeasuredTable) => number) =>
    tables.reduce((total, table) => total + of(table), 0);
  return {
    bytes: sum(({ bytes, indexBytes }) => bytes + indexBytes),
    rows: sum(({ rows }) => rows),
    rowsWritten: sum(({ rowsWritten }) => rowsWritten),
  };
}

/** How many databases of a store there have to be, and how many credentials one of them holds. */
export function spread(tables: readonly MeasuredTable[]) {
  const { bytes } = perCredential(tables);
  const heldByOne = Math.floor((LIMITS.databaseBytes * FULL_SHARE) / bytes);
  const total = bytes * CREDENTIALS;
  return {
    heldByOne,
    totalBytes: total,
    databases: Math.ceil(CREDENTIALS / heldByOne),
    accounts: Math.ceil(total / LIMITS.accountBytes),
    heldByAccount: Math.floor(LIMITS.accountBytes / bytes),
    issuersPerDatabase: ISSUERS / Math.ceil(CREDENTIALS / heldByOne),
  };
}

/** The databases that are asked for an id, of so many: the first, and those of its class. */
export function askedForAnId(databases: number): number {
  return 1 + Math.ceil(Math.max(0, databases - 1) / ID_CLASSES);
}

/** The log's tables by their names. */
export function logTables(tables: readonly MeasuredTable[]): readonly MeasuredTable[] {
  return tables.filter(({ table }) => table.startsWith('log_'));
}

/** How lists and logs grow. */
export function lists({ stores: { PUBLIC } }: Measured) {
  const entries = PUBLIC.find(({ table }) => table === 'log_entries')?.rows ?? 0;
  return {
    statusLists: Math.ceil(CREDENTIALS / MAX_DRAWN),
    listsPerIssuer: Math.ceil(CREDENTIALS / ISSUERS / MAX_DRAWN),
    /** Of bits that no compression finds a pattern in, in base64url. */
    fullListBytes: Math.ceil((STATUS_LIST_LENGTH / 8) * (4 / 3)),
    entriesPerCredential: entries,
    logEntries: entries * CREDENTIALS,
    logBytesPerCredential: perCredential(logTables(PUBLIC)).bytes,
  };
}

/** Dollars for a million credentials: once, and then each month. */
export function costOfMillion({ stores, cpuMs }: Measured) {
  const [pub, priv] = [perCredential(stores.PUBLIC), perCredential(stores.PRIVATE)];
  const written = (pub.rowsWritten + priv.rowsWritten) * MILLION;
  const messages = (MESSAGES_PER_TASK * MILLION) / RECIPIENTS_PER_TASK;
  const storedGb = ((pub.bytes + priv.bytes) * MILLION) / GB;
  return {
    rowsWritten: (written / MILLION) * PRICES.perMillionRowsWritten,
    cpu: cpuMs.issued * PRICES.perMillionCpuMs,
    queue: ((messages * OPERATIONS_PER_MESSAGE) / MILLION) * PRICES.perMillionQueueOperations,
    storedGb,
    storedMonthly: storedGb * PRICES.perStoredGbMonth,
  };
}

/** Dollars for a billion answers of one kind, none of them from a cache. */
export function costOfBillion(reading: MeasuredReading, { cpuMs }: Measured) {
  const thousandMillions = 1_000;
  return {
    requests: thousandMillions * PRICES.perMillionRequests,
    rowsRead: thousandMillions * reading.rowsRead * PRICES.perMillionRowsRead,
    cpu: thousandMillions * cpuMs.verified * PRICES.perMillionCpuMs,
  };
}

/** One thing asked for a million times in an hour. */
export function hot(reading: MeasuredReading) {
  return {
    perSecond: HOT_PER_HOUR / SECONDS_PER_HOUR,
    statementsPerSecond: (HOT_PER_HOUR * reading.statements) / SECONDS_PER_HOUR,
    /** A database does one thing at a time. */
    statementMs: (SECONDS_PER_HOUR * 1_000) / (HOT_PER_HOUR * reading.statements),
    dollarsPerHour:
      (HOT_PER_HOUR / MILLION) *
      (PRICES.perMillionRequests + reading.rowsRead * PRICES.perMillionRowsRead),
  };
}

/**
 * The signed texts of credentials in R2 instead of D1, one object for each text: GB and dollars for all of them, and the
 * databases that what is left in D1 would take.
 */
export function signedTextsInR2({ stores: { PUBLIC } }: Measured) {
  const table = PUBLIC.find((one) => one.table === 'credentials');
  const gb = ((table?.bytes ?? 0) * CREDENTIALS) / GB;
  const leftBytes = perCredential(PUBLIC).bytes - (table?.bytes ?? 0) + ROW_WITHOUT_TEXTS_BYTES;
  return {
    gb,
    leftBytes,
    leftGb: (leftBytes * CREDENTIALS) / GB,
    leftDatabases: Math.ceil((leftBytes * CREDENTIALS) / (LIMITS.databaseBytes * FULL_SHARE)),
    monthlyInD1: gb * PRICES.perStoredGbMonth,
    monthlyInR2: gb * PRICES.perR2GbMonth,
    writesForMillion: TEXTS * PRICES.perMillionR2Writes,
  };
}
