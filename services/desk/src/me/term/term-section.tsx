import type { LanguageMap } from '@laurel/core/language';
import type { RoleTerm } from '@laurel/core/role-term';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import type { HolderAward } from '../holder-award.ts';
import { Localised } from '../localised.tsx';
import { BreakForm, ComeBackForm, StepDownForm, StepForm } from './step-forms.tsx';

export type OwnTerm = {
  /** As it reads today. */
  readonly term: RoleTerm;
  readonly hasBegun: boolean;
  /** The issuer's words of thanks; empty where it has set none. */
  readonly words: LanguageMap;
};

type TermSectionProps = {
  readonly held: HolderAward;
  /** Null for what is no role, and for what does not stand. */
  readonly own: OwnTerm | null;
  /** A form of this section that was refused, as it was typed. */
  readonly typed: URLSearchParams | null;
  readonly reader: Reader;
};

/** On the page of a role: how its term stands, and what its holder can do with it in two taps. */
export function TermSection({ held, own, typed, reader }: TermSectionProps) {
  if (own === null) return null;
  const { term, hasBegun, words } = own;
  const { message } = reader.messages;
  const number = held.award.termNumber ?? 1;
  const forms = { awardId: held.award.id, typed, reader };
  return (
    <section class="card" id="term" aria-labelledby="term-title">
      <h2 id="term-title">{message('term-title')}</h2>
      <p>
        <strong>{stateSentence(term, hasBegun, reader.messages)}</strong>
      </p>
      {number > 1 && <p class="quiet small">{message('term-number', number)}</p>}
      {term.state !== 'serving' && <Words held={held} words={words} reader={reader} />}
      {term.state === 'on_break' && (
        <>
          <ComeBackForm {...forms} />
          <Showing shows={term.showsBreak} kind="break" {...forms} />
        </>
      )}
      {term.state === 'serving' && hasBegun && <BreakForm {...forms} />}
      {term.endedOn === null && hasBegun && <StepDownForm {...forms} />}
      {term.state === 'stepped_down' && (
        <Showing shows={term.showsSteppingDown} kind="leaving" {...forms} />
      )}
      {hasBegun && (
        <p>
          <a class="step" href={linkTo(`/me/awards/${held.award.id}/hand-over`, reader)}>
            {message('hand-over-title')}
          </a>
        </p>
      )}
      {term.endedOn !== null && <p class="quiet">{message('term-take-new')}</p>}
    </section>
  );
}

function stateSentence(
  { state, period, endedOn, breakUntil }: RoleTerm,
  hasBegun: boolean,
  { message, language }: Messages,
): string {
  const [start, end] = [period.start, endedOn ?? period.end].map((day) => longDate(day, language));
  if (!hasBegun) return message('term-not-begun', start ?? '', end ?? '');
  switch (state) {
    case 'serving':
      return message('term-serving', start ?? '', end ?? '');
    case 'on_break':
      return breakUntil === null
        ? message('term-on-break')
        : message('term-on-break-until', longDate(breakUntil, language));
    case 'served':
      return message('term-served', start ?? '', end ?? '');
    case 'stepped_down':
      return message('term-stepped-down', start ?? '', end ?? '');
  }
}

type WordsProps = Pick<TermSectionProps, 'held' | 'reader'> & { readonly words: LanguageMap };

/** What the issuer says to whoever leaves or rests: its own words, or ours. */
function Words({ held, words, reader }: WordsProps) {
  return (
    <>
      <blockquote class="story">
        {Object.keys(words).length === 0 ? (
          reader.messages.message('term-thanks')
        ) : (
          <Localised texts={words} reader={reader} source={held.achievement.sourceLanguage} />
        )}
      </blockquote>
      <p class="over">
        <Localised texts={held.issuer.names} reader={reader} />
      </p>
    </>
  );
}

type ShowingProps = {
  readonly shows: boolean;
  readonly kind: 'break' | 'leaving';
  readonly awardId: string;
  readonly reader: Reader;
};

/** Whether partners may know, and the way to change that. */
function Showing({ shows, kind, awardId, reader }: ShowingProps) {
  const { message } = reader.messages;
  return (
    <>
      <p>{message(shows ? `term-shows-${kind}` : `term-keeps-${kind}`)}</p>
      <StepForm awardId={awardId} step={shows ? 'keep_to_oneself' : 'show'} reader={reader}>
        <button type="submit" class="quieter">
          {message(shows ? 'term-keep' : 'term-show')}
        </button>
      </StepForm>
    </>
  );
}
