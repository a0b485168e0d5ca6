import type { Achievement } from '@laurel/core/achievement';
import type { LanguageTag } from '@laurel/core/language';
import { languagesWritten } from '@laurel/core/lint/texts';
import type { Reader } from '@laurel/http/reader';
import { AchievementTexts } from '@laurel/pages/achievement';
import { CertificateFields } from '@laurel/pages/certificate-fields';
import { linkTo } from '@laurel/pages/link';
import { Notices } from '@laurel/pages/notices';
import type { Member } from '../acting/member.ts';
import { languageName } from '../me/language-name.ts';
import { achievementPath } from './achievement-page.ts';

type PreviewPageProps = {
  readonly member: Member;
  readonly facts: Achievement;
  readonly language: LanguageTag;
  readonly reader: Reader;
};

/** The languages that can stand beside that of a preview: those in which something is written. */
export function otherLanguages(facts: Achievement, language: LanguageTag): readonly LanguageTag[] {
  return languagesWritten(facts).filter((tag) => tag !== language);
}

/** An achievement as strangers would see it, with the certificate and the badge of an invented person. */
export function PreviewPage({ member, facts, language, reader }: PreviewPageProps) {
  const { messages } = reader;
  const { message } = messages;
  const path = achievementPath(member.issuer, facts.slug, '/preview');
  return (
    <>
      <p class="note">{message('achievements-preview-note')}</p>
      <nav aria-label={message('achievements-preview-languages')}>
        <ul class="plain row">
          {languagesWritten(facts).map((tag) => (
            <li>
              <a
                href={linkTo(`${path}?language=${tag}`, reader)}
                lang={tag}
                {...(tag === language ? { 'aria-current': 'true' } : {})}
              >
                {languageName(tag, facts.drafts.includes(tag), messages)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="card">
        <AchievementTexts
          facts={facts}
          issuer={{ slug: member.issuer, names: member.issuerFace.names }}
          languages={[language]}
          reader={reader}
          notices={<Notices face={member.issuerFace} messages={messages} />}
        />
      </div>
      <h2>{message('achievements-preview-badge')}</h2>
      <img
        src={`${path}/badge.svg?language=${language}`}
        alt={message('achievements-preview-badge-alt')}
        width="192"
        height="192"
      />
      <form method="get" action={`${path}/certificate.pdf`}>
        <input type="hidden" name="language" value={language} />
        <CertificateFields
          of="preview"
          languages={otherLanguages(facts, language)}
          drafts={facts.drafts}
          reader={reader}
        />
        <button type="submit">{message('achievements-preview-certificate')}</button>
      </form>
      <p class="actions">
        {member.scopes.has('achievements:write') && (
          <a
            class="button quieter"
            href={linkTo(achievementPath(member.issuer, facts.slug, '/draft'), reader)}
          >
            {message('achievements-change')}
          </a>
        )}
      </p>
    </>
  );
}
