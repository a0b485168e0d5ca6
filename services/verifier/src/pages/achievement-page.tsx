import { achievementUrl } from '@laurel/core/addresses';
import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { AchievementTexts } from '@laurel/pages/achievement';
import { Layout } from '@laurel/pages/layout';
import { Notices } from '@laurel/pages/notices';
import { SharedAs } from '@laurel/pages/shared-as';
import type { AchievementWithIssuer } from '../record/achievement.ts';
import { NominateLink } from './nominate-link.tsx';

type AchievementPageProps = {
  readonly found: AchievementWithIssuer;
  readonly reader: Reader;
  readonly origin: string;
};

/** What can be awarded, what it takes and what it does not mean. */
export function AchievementPage({ found, reader, origin }: AchievementPageProps) {
  const { id, facts, face, retired } = found;
  const { message } = reader.messages;
  const languages = [reader.messages.language, ...reader.languages];
  const name = textIn(facts.name, languages, facts.sourceLanguage);
  return (
    <Layout
      title={name.text}
      reader={reader}
      path={`/achievements/${id}`}
      tags={
        <SharedAs
          url={achievementUrl(origin, id)}
          title={name.text}
          description={textIn(facts.description, [name.language], facts.sourceLanguage).text}
          language={name.language}
          messages={reader.messages}
          picture={null}
        />
      }
    >
      <AchievementTexts
        facts={facts}
        issuer={face}
        languages={languages}
        reader={reader}
        notices={
          <>
            <Notices face={face} messages={reader.messages} />
            {retired && <p class="note">{message('achievement-retired')}</p>}
          </>
        }
        ways={retired ? null : <NominateLink face={face} facts={facts} reader={reader} />}
      />
    </Layout>
  );
}
