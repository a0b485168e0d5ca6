import type { Day } from '@laurel/core/day';
import { dayOf, secondsAt } from '@laurel/core/day';

/** Something on one whole day. */
export type CalendarEvent = {
  /** The same for the same thing, and of nothing else. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
};

type Calendar = {
  readonly name: string;
  readonly language: string;
  readonly events: readonly CalendarEvent[];
  readonly nowSeconds: number;
};

const SECONDS_PER_DAY = 86_400;

/**
 * A calendar of whole days as an iCalendar object (RFC 5545): lines end in CRLF and are folded after 75 octets
 * (Section 3.1), texts are escaped (Section 3.3.11), and the end of a whole day is the next one (Section 3.6.1).
 */
export function icalendar({ name, language, events, nowSeconds }: Calendar): string {
  const stamp = `${new Date(nowSeconds * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Laurel//Terms//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    // RFC 7986, Sections 5.1 and 5.7.
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...events.flatMap(({ uid, day, summary, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayOf(secondsAt(day) + SECONDS_PER_DAY))}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      `SUMMARY;LANGUAGE=${language}:${escaped(summary)}`,
      `DESCRIPTION;LANGUAGE=${language}:${escaped(description)}`,
      `URL:${url}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n');
}

const MAX_LINE_OCTETS = 75;

/** Never within a character: a line is 75 octets at most, and each further one begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > MAX_LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
