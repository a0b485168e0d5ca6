import { dayOf } from '@laurel/core/day';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import type { OfflineReport } from './verify-offline.ts';

const DAY_SECONDS = 86_400;

/** What the verdict means where nobody can be asked; undefined where it means the same as online. */
export function meaningOf(
  { verdict, statusAsOfSeconds }: OfflineReport,
  { message, language }: Messages,
): string | undefined {
  if (verdict === 'valid' && statusAsOfSeconds !== null) {
    return message('offline-valid-meaning', longDate(dayOf(statusAsOfSeconds), language));
  }
  if (verdict === 'revoked') return message('offline-revoked-meaning');
  return verdict === 'unknown' ? message('offline-unknown-meaning') : undefined;
}

/** How old what is known is, in sentences. */
export function agesOf(
  { statusAsOfSeconds, keysAsOfSeconds }: OfflineReport,
  nowSeconds: number,
  messages: Messages,
): readonly string[] {
  const { message, language } = messages;
  const day = (seconds: number) => longDate(dayOf(seconds), language);
  return [
    statusAsOfSeconds === null
      ? message('offline-status-age-unknown')
      : message(
          'offline-status-age',
          day(statusAsOfSeconds),
          ageOf(nowSeconds - statusAsOfSeconds, messages),
        ),
    ...(keysAsOfSeconds === null ? [] : [message('offline-keys-age', day(keysAsOfSeconds))]),
  ];
}

function ageOf(seconds: number, { message }: Messages): string {
  if (seconds < -DAY_SECONDS) return message('offline-clock-behind');
  const days = Math.floor(seconds / DAY_SECONDS);
  return days < 1 ? message('offline-today') : message('offline-days-ago', days, String(days));
}

/** True where what was signed may be shown with a name: the signature is good, and it was not taken back. */
export function isNamed({ verdict, checks }: OfflineReport): boolean {
  const signed = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  return signed && verdict !== 'invalid' && verdict !== 'revoked';
}
