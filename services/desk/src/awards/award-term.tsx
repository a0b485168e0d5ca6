import { MAX_EXCEPTION_WHY_LENGTH } from '@laurel/contracts/term-exception-request';
import { termOn } from '@laurel/core/role-term';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { TextArea, TextField } from '../page/fields.tsx';
import type { TermException } from '../role-terms/exceptions.ts';
import type { IssuersAward } from './find-award.ts';

type AwardTermProps = {
  readonly award: IssuersAward;
  readonly today: string;
  /** Exceptions that stand for its holder, in this role. */
  readonly exceptions: readonly TermException[];
  readonly member: Member;
  readonly reader: Reader;
};

/** On the page of an award of a role: how its term stands, and the exceptions for whoever has it. */
export function AwardTerm({ award, today, exceptions, member, reader }: AwardTermProps) {
  const { message, language } = reader.messages;
  const term = roleTermOf(award, award.achievement);
  if (term === null || award.state !== 'accepted') return null;
  const path = deskPath(award.issuer, `/awards/${award.id}/exceptions`);
  return (
    <section aria-labelledby="term">
      <h2 id="term">{message('awards-term')}</h2>
      <p>
        {message('terms-number', award.termNumber ?? 1)}
        {award.termException !== null && <> · {message('terms-excepted')}</>}
      </p>
      <p>{stateSentence(termOn(term, today), reader.messages)}</p>
      <p class="quiet small">{message('awards-term-private')}</p>
      {exceptions.map(({ why, until }) => (
        <>
          <p>{message('terms-exception-until', longDate(until, language))}</p>
          <blockquote class="story" dir="auto">
            {why}
          </blockquote>
        </>
      ))}
      {member.scopes.has('issuer:write') && award.accountId !== member.accountId && (
        <details>
          <summary>{message('awards-exception')}</summary>
          <p>{message('awards-exception-means')}</p>
          <form method="post" action={linkTo(path, reader)}>
            <TextArea
              name="why"
              label={message('awards-exception-why')}
              rows={3}
              maxlength={MAX_EXCEPTION_WHY_LENGTH}
              required
            />
            <TextField
              name="until"
              type="date"
              label={message('awards-exception-until')}
              required
            />
            <button type="submit" class="quieter">
              {message('awards-exception')}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}

function stateSentence(
  { state, endedOn, breakUntil, period }: ReturnType<typeof termOn>,
  { message, language }: Messages,
): string {
  switch (state) {
    case 'serving':
      return message('awards-term-serving', longDate(period.end, language));
    case 'on_break':
      return breakUntil === null
        ? message('terms-on-break')
        : message('awards-term-break-until', longDate(breakUntil, language));
    case 'served':
      return message('awards-term-served', longDate(endedOn ?? period.end, language));
    case 'stepped_down':
      return message('awards-term-stepped-down', longDate(endedOn ?? period.end, language));
  }
}
