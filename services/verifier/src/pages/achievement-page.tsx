import type { Reader } from '@laurel/http/reader';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import type { AchievementWithIssuer } from '../record/achievement.ts';
import { NominateLink } from './nominate-link.tsx';
import { Notices } from './notices.tsx';
import { Paragraph, Text, textFor } from './text.tsx';

type AchievementPageProps = { readonly found: AchievementWithIssuer; readonly reader: Reader };

/** What can be awarded, what it takes and what it does not mean. */
export function AchievementPage({ found, reader }: AchievementPageProps) {
  const { messages } = reader;
  const { message } = messages;
  const { id, facts, face } = found;
  const source = facts.sourceLanguage;
  const name = textFor(facts.name, reader, source);
  const issuerName = textFor(face.names, reader);
  return (
    <Layout title={name.text} reader={reader} path={`/achievements/${id}`}>
      <p class="over">{message(`achievement-label-${facts.kind}`)}</p>
      <h1>
        <Text {...name} />
      </h1>
      <Notices face={face} messages={messages} />
      {facts.drafts.includes(name.language) && <p class="note">{message('achievement-draft')}</p>}
      <Paragraph {...textFor(facts.description, reader, source)} />
      <p>
        {message('achievement-awarded-by')}:{' '}
        <a href={linkTo(`/issuers/${face.slug}`, reader)}>
          <Text {...issuerName} />
        </a>
      </p>
      <h2>{message('credential-criteria')}</h2>
      <Paragraph {...textFor(facts.criteria, reader, source)} />
      <ul>
        {facts.requirements.map((one) => (
          <li>
            <Text {...textFor(one, reader, source)} />
          </li>
        ))}
      </ul>
      <h2>{message('credential-not-mean')}</h2>
      <Paragraph {...textFor(facts.doesNotMean, reader, source)} />
      {facts.skills.length > 0 && (
        <>
          <h2>{message('achievement-skills')}</h2>
          <ul>
            {facts.skills.map((skill) => (
              <li>
                <Text text={skill} language={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      <NominateLink face={face} facts={facts} reader={reader} />
      <p class="quiet small">{message('achievement-version', facts.version)}</p>
    </Layout>
  );
}
