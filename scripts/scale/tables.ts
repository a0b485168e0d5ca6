import {
  askedForAnId,
  CREDENTIALS,
  costOfBillion,
  costOfMillion,
  hot,
  ISSUERS,
  lists,
  logTables,
  perCredential,
  signedTextsInR2,
  spread,
} from './arithmetic.ts';
import type { Measured, MeasuredTable } from './measured.ts';
import { LIMITS } from './prices.ts';

/** Every table of docs/scale.md, by the name of its place there, from what was measured and nothing else. */
export function tablesOf(measured: Measured): Readonly<Record<string, string>> {
  return {
    'measured-on': measuredOn(measured),
    'rows-of-public': tableOfStore(measured.stores.PUBLIC),
    'rows-of-private': tableOfStore(measured.stores.PRIVATE),
    databases: databases(measured),
    'lists-and-logs': listsAndLogs(measured),
    'cost-of-credentials': costOfCredentials(measured),
    'cost-of-verifications': costOfVerifications(measured),
    hot: hotTable(measured),
    'texts-in-r2': textsInR2(measured),
  };
}

function measuredOn({ on, credentials, cpuMs }: Measured): string {
  return `Measured on ${on}, over ${credentials} credentials in a batch with consent on paper, each with its three signed texts. A CPU of
the machine that measured was busy for ${cpuMs.issued} ms to issue one, and for ${cpuMs.verified} ms to verify one by \`POST /api/verify\`, with
the databases, whose work nobody is billed for as CPU: the costs below take all of it, and are that much too high.`;
}

function tableOfStore(tables: readonly MeasuredTable[]): string {
  const all = perCredential(tables);
  const rows = tables.map((one) => [
    `\`${one.table}\``,
    tenths(one.rows),
    whole(one.bytes),
    whole(one.indexBytes),
    tenths(one.rowsWritten),
  ]);
  return table(
    ['table', 'rows', 'bytes', 'bytes of indexes', 'rows written, at most'],
    [
      ...rows,
      ['all', tenths(all.rows), `${whole(all.bytes)} with indexes`, '', tenths(all.rowsWritten)],
    ],
  );
}

function databases(measured: Measured): string {
  const { stores } = measured;
  const [pub, priv] = [spread(stores.PUBLIC), spread(stores.PRIVATE)];
  return table(
    ['', 'PUBLIC', 'PRIVATE'],
    [
      ['credentials that one database holds', whole(pub.heldByOne), whole(priv.heldByOne)],
      [`GB of ${millions(CREDENTIALS)} credentials`, gb(pub.totalBytes), gb(priv.totalBytes)],
      ['databases for them', whole(pub.databases), whole(priv.databases)],
      [
        'databases of PUBLIC that are full when one PRIVATE is',
        tenths(priv.heldByOne / pub.heldByOne),
        '',
      ],
      [
        'credentials that an account’s 1 TB would hold, of this store alone',
        whole(pub.heldByAccount),
        whole(priv.heldByAccount),
      ],
      [
        `issuers in a database, of ${whole(ISSUERS)} alike`,
        tenths(pub.issuersPerDatabase),
        tenths(priv.issuersPerDatabase),
      ],
      ['databases asked for an id', whole(askedForAnId(pub.databases)), '1'],
      [
        'the same within one account',
        whole(askedForAnId(LIMITS.accountBytes / LIMITS.databaseBytes)),
        '',
      ],
    ],
  );
}

function listsAndLogs(measured: Measured): string {
  const all = lists(measured);
  const { databases: count } = spread(measured.stores.PUBLIC);
  const log = perCredential(logTables(measured.stores.PUBLIC));
  return table(
    ['', `for ${millions(CREDENTIALS)} credentials`],
    [
      ['status lists of 131,072 entries, half of them drawn', whole(all.statusLists)],
      [`status lists of an issuer, of ${whole(ISSUERS)} alike`, whole(all.listsPerIssuer)],
      ['status lists in a database', whole(all.statusLists / count)],
      ['bytes of a new list as it is served', whole(measured.statusListBytes)],
      ['bytes of its bits, at most', whole(all.fullListBytes)],
      ['entries of the logs', millions(all.logEntries)],
      ['entries of one log', millions(all.logEntries / count)],
      ['full tiles of 256 entries in one log', whole(all.logEntries / count / 256)],
      ['bytes of the log for a credential, salts among them', whole(log.bytes)],
    ],
  );
}

function costOfCredentials(measured: Measured): string {
  const cost = costOfMillion(measured);
  const texts = signedTextsInR2(measured);
  return table(
    ['a million credentials', 'dollars'],
    [
      ['rows written', dollars(cost.rowsWritten)],
      ['CPU', dollars(cost.cpu)],
      ['queue: two messages for 250 recipients, three operations each', dollars(cost.queue)],
      ['together, once', dollars(cost.rowsWritten + cost.cpu + cost.queue)],
      [`kept in D1 (${tenths(cost.storedGb)} GB), each month`, dollars(cost.storedMonthly)],
      [
        `all ${millions(CREDENTIALS)}, each month`,
        dollars(cost.storedMonthly * (CREDENTIALS / 1e6)),
      ],
      ['of these the signed texts', dollars(texts.monthlyInD1)],
    ],
  );
}

function textsInR2(measured: Measured): string {
  const texts = signedTextsInR2(measured);
  return table(
    ['the signed texts', 'in D1', 'in R2'],
    [
      [
        `all ${millions(CREDENTIALS)}, dollars each month`,
        dollars(texts.monthlyInD1),
        dollars(texts.monthlyInR2),
      ],
      ['a million of them put there, dollars', '', dollars(texts.writesForMillion)],
      ['bytes of a credential that stay in D1', '', whole(texts.leftBytes)],
      [
        'databases for them',
        whole(spread(measured.stores.PUBLIC).databases),
        whole(texts.leftDatabases),
      ],
    ],
  );
}

function costOfVerifications(measured: Measured): string {
  return table(
    [
      'a billion times, none from a cache',
      'round trips',
      'rows read',
      'requests, $',
      'rows read, $',
      'CPU at most, $',
      'together, $',
    ],
    measured.readings.map((reading) => {
      const { requests, rowsRead, cpu } = costOfBillion(reading, measured);
      const all = requests + rowsRead + cpu;
      return [
        reading.what,
        whole(reading.roundTrips),
        whole(reading.rowsRead),
        ...[requests, rowsRead, cpu, all].map(dollars),
      ];
    }),
  );
}

function hotTable({ readings }: Measured): string {
  return table(
    [
      'a million times an hour',
      'a second',
      'statements a second',
      'ms for each at most',
      'dollars an hour, without CPU',
    ],
    readings.map((reading) => {
      const { perSecond, statementsPerSecond, statementMs, dollarsPerHour } = hot(reading);
      return [
        reading.what,
        whole(perSecond),
        whole(statementsPerSecond),
        tenths(statementMs),
        dollars(dollarsPerHour),
      ];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function tenths(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}

function dollars(value: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function gb(bytes: number): string {
  return whole(bytes / 1e9);
}

function millions(value: number): string {
  return `${tenths(value / 1e6)} million`;
}
