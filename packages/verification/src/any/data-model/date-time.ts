const DATE_TIME =
  /^(-?(?:[1-9]\d{3,5}|0\d{3}))-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;

/**
 * The moment of a dateTimeStamp (XML Schema 1.1 Part 2, Section 3.4.28), which has an offset; in seconds
 * since the epoch, without their fractions. Null for whatever is none, such as the 30th of February.
 */
export function secondsOfStamp(value: unknown): number | null {
  return typeof value === 'string' && /(?:Z|[+-]\d\d:\d\d)$/.test(value)
    ? secondsOfDateTime(value)
    : null;
}

/** The same for a dateTime (Section 3.3.7), which may leave its offset out; UTC is then taken for meant. */
export function secondsOfDateTime(value: unknown): number | null {
  const parts = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const endsDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endsDay) || minute > 59 || second > 59) return null;
  return (
    date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offsetSeconds(parts[7] ?? 'Z')
  );
}

function offsetSeconds(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
