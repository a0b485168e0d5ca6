import type { Achievement } from '@laurel/core/achievement';
import { type LanguageMap, type LanguageTag, textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import type { Child } from 'hono/jsx';
import { levelNames } from './engagement-levels.tsx';
import { linkTo } from './link.tsx';
import { Paragraph, Text } from './text.tsx';

type AchievementTextsProps = {
  readonly facts: Achievement;
  readonly issuer: { readonly slug: string; readonly names: LanguageMap };
  /** The languages that texts are wanted in, the best first. */
  readonly languages: readonly LanguageTag[];
  readonly reader: Reader;
  /** What must be said before anything else of it. */
  readonly notices?: Child;
  /** What a reader can do about it. */
  readonly ways?: Child;
};

/** What can be awarded, what it takes and what it does not mean: for strangers, and for those who write it. */
export function AchievementTexts(props: AchievementTextsProps) {
  const { facts, issuer, languages, reader, notices, ways } = props;
  const { message } = reader.messages;
  const text = (map: LanguageMap) => textIn(map, languages, facts.sourceLanguage);
  const name = text(facts.name);
  const levels = levelNames(facts.engagementLevels, reader.messages);
  return (
    <>
      <p class="over">{message(`achievement-label-${facts.kind}`)}</p>
      <h1>
        <Text {...name} />
      </h1>
      {notices}
      {facts.drafts.includes(name.language) && <p class="note">{message('achievement-draft')}</p>}
      <Paragraph {...text(facts.description)} />
      <p>
        {message('achievement-awarded-by')}:{' '}
        <a href={linkTo(`/issuers/${issuer.slug}`, reader)}>
          <Text {...textIn(issuer.names, languages)} />
        </a>
      </p>
      {facts.theme !== null && (
        <p>
          {message('achievement-theme')}: {message(`achievement-theme-${facts.theme}`)}
        </p>
      )}
      {levels !== null && (
        <p>
          {message('achievement-suits')}: {levels}
        </p>
      )}
      <h2>{message('credential-criteria')}</h2>
      <Paragraph {...text(facts.criteria)} />
      <ul>
        {facts.requirements.map((one) => (
          <li>
            <Text {...text(one)} />
          </li>
        ))}
      </ul>
      <h2>{message('credential-not-mean')}</h2>
      <Paragraph {...text(facts.doesNotMean)} />
      {facts.skills.length > 0 && (
        <>
          <h2>{message('achievement-skills')}</h2>
          <ul>
            {facts.skills.map((skill) => (
              <li>
                <Text text={skill} language={facts.sourceLanguage} />
              </li>
            ))}
          </ul>
        </>
      )}
      {ways}
      {facts.version !== '' && (
        <p class="quiet small">{message('achievement-version', facts.version)}</p>
      )}
    </>
  );
}
