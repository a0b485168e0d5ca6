import type { OfflineKit } from '@laurel/contracts/verifier-rpc';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { MessageKey } from '@laurel/i18n/messages';
import type { Desk } from '../../env.ts';
import { INSIDE, NOT_INSIDE, VERIFYING } from './what-is-inside.ts';

type Described = { readonly part: number; readonly parts: number; readonly reader: Reader };

/** What an archive holds, what it does not, and how anybody verifies it, as plain text in the reader's language. */
export function readme(
  { origin, nowSeconds }: Desk,
  { part, parts, reader }: Described,
  { roots }: OfflineKit,
): string {
  const { message, language } = reader.messages;
  const data: MessageKey = part === 1 ? 'me-export-file-data' : 'me-export-file-data-first';
  return `${[
    message('me-export-title'),
    message('me-export-made', longDate(dayOf(nowSeconds), language), origin),
    ...(parts === 1 ? [] : [message('me-export-part', part, parts)]),
    '',
    message('me-export-safe'),
    message('me-export-no-link'),
    ...headed(message('me-export-inside')),
    ...[...INSIDE, data].map((key) => item(message(key))),
    ...headed(message('me-export-outside')),
    ...NOT_INSIDE.map((key) => item(message(key))),
    ...headed(message('me-export-verify')),
    ...VERIFYING.map((key) => item(message(key))),
    '',
    message('me-export-root'),
    ...roots,
  ].join('\n')}\n`;
}

function headed(title: string): readonly string[] {
  return ['', title, ''];
}

function item(text: string): string {
  return `* ${text}`;
}
