import type { AchievementKind } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { HolderAward } from '../holder-award.ts';
import { Localised } from '../localised.tsx';
import { PortfolioViews } from './views.tsx';

/** In the order of the alphabet: none of them stands above another. */
const KINDS: readonly AchievementKind[] = ['contribution', 'role', 'training'];

type JourneyPageProps = { readonly awards: readonly HolderAward[]; readonly reader: Reader };

/** What somebody did, by kind and by time, oldest first. Nothing is counted and nothing compared. */
export function JourneyPage({ awards, reader }: JourneyPageProps) {
  const { message } = reader.messages;
  const standing = awards
    .filter(({ award }) => award.state === 'accepted' && award.supersededBy === null)
    .toSorted((one, other) => startOf(one).localeCompare(startOf(other)));
  return (
    <>
      <PortfolioViews path="/me/portfolio/journey" reader={reader} />
      {standing.length === 0 && <p class="lead">{message('portfolio-nothing')}</p>}
      {KINDS.map((kind) => {
        const ofKind = standing.filter(({ achievement }) => achievement.kind === kind);
        return (
          ofKind.length > 0 && (
            <section aria-labelledby={kind}>
              <h2 id={kind}>{message(`journey-${kind}`)}</h2>
              <ol class="people">
                {ofKind.map((held) => (
                  <Step held={held} reader={reader} />
                ))}
              </ol>
            </section>
          )
        );
      })}
    </>
  );
}

function Step({ held, reader }: { readonly held: HolderAward; readonly reader: Reader }) {
  const { achievement, issuer, award } = held;
  const { messages } = reader;
  const [start, end] = [startOf(held), award.periodEnd];
  const first = longDate(start, messages.language);
  return (
    <li>
      <p class="over">
        {end === '' || end === start
          ? first
          : messages.message('days-range', first, longDate(end, messages.language))}
      </p>
      <p>
        <strong>
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        </strong>
        <br />
        <span class="quiet">
          <Localised texts={issuer.names} reader={reader} />
        </span>
      </p>
    </li>
  );
}

/** The first day, or that of the acceptance where no period was given. */
function startOf({ award }: HolderAward): string {
  return award.periodStart === ''
    ? dayOf(award.decidedAtSeconds ?? award.offeredAtSeconds)
    : award.periodStart;
}
