import { NOMINATED_KINDS } from '@laurel/core/nomination';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text, textFor } from '@laurel/pages/text';
import type { KnownAchievement } from '../../maps/known-achievements.ts';

/** What fits on a phone beside other steps; the whole stands on the achievement's own page. */
const MAX_LETTERS = 180;

type WhatIsAskedProps = { readonly known: KnownAchievement; readonly reader: Reader };

/** What it takes to be recognised for a step, and how others can suggest somebody for it. */
export function WhatIsAsked({ known, reader }: WhatIsAskedProps) {
  const { message } = reader.messages;
  const { issuer, facts, current } = known;
  if (!current) return null;
  const { text, language } = textFor(facts.criteria, reader, facts.sourceLanguage);
  const isNominated = NOMINATED_KINDS.some((kind) => kind === facts.kind);
  return (
    <div class="ask small">
      <p>
        <Text text={beginningOf(text, language)} language={language} />
      </p>
      {isNominated && (
        <p>
          <a href={linkTo(`/desk/nominate/${issuer}/${facts.slug}`, reader)}>
            {message('me-maps-nominate')}
          </a>
        </p>
      )}
    </div>
  );
}

/** As many whole words as there is room for, by the rules of the language. */
function beginningOf(text: string, language: string): string {
  if (text.length <= MAX_LETTERS) return text;
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  const kept = [...words].filter(({ index, segment }) => index + segment.length <= MAX_LETTERS);
  return `${kept
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()} …`;
}
