import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { HolderAward } from '../me/holder-award.ts';
import { languageName } from '../me/language-name.ts';
import { nameIn } from '../me/localised.tsx';

type CorrectionNoteProps = {
  readonly held: HolderAward;
  /** What it corrects. */
  readonly before: HolderAward;
  readonly reader: Reader;
};

/** On an offer that corrects an earlier award: what accepting means for that, and what is different. */
export function CorrectionNote({ held, before, reader }: CorrectionNoteProps) {
  const { message } = reader.messages;
  const now = sayings(held, reader);
  const differing = sayings(before, reader).flatMap((old, at) => {
    const fresh = now[at];
    return fresh === undefined || fresh.value === old.value ? [] : [{ old, fresh }];
  });
  return (
    <section class="note" aria-labelledby="corrects">
      <p id="corrects">
        {message('claim-corrects')}{' '}
        {message(
          before.award.state === 'accepted' ? 'claim-corrects-means' : 'claim-corrects-offer',
        )}
      </p>
      {differing.length > 0 && (
        <>
          <p>{message('claim-changes')}</p>
          <ul>
            {differing.map(({ old, fresh }) => (
              <li>
                {fresh.label}: {message('claim-change', fresh.value, old.value)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What an award says that a correction may change, in words. */
function sayings({ award, achievement }: HolderAward, reader: Reader) {
  const { message, language } = reader.messages;
  const { periodStart, periodEnd, hours } = award;
  const nothing = message('claim-nothing-said');
  const first = longDate(periodStart, language);
  const days =
    periodStart === periodEnd ? first : message('days-range', first, longDate(periodEnd, language));
  return [
    {
      label: message('sheets-achievement'),
      value: nameIn(achievement.name, reader, achievement.sourceLanguage),
    },
    {
      label: message(achievement.kind === 'role' ? 'credential-term' : 'credential-period'),
      value: periodStart === '' ? nothing : days,
    },
    {
      label: message('credential-hours'),
      value: hours === null ? nothing : message('credential-hours-value', hours, String(hours)),
    },
    {
      label: message('me-make-language'),
      value: languageName(award.language, false, reader.messages),
    },
  ];
}
