import type { Catalogue, CatalogueAchievement } from '@laurel/catalogue/catalogue-from';
import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { AchievementTexts } from '@laurel/pages/achievement';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Member } from '../acting/member.ts';
import { Select } from '../page/fields.tsx';
import { achievementPath } from './achievement-page.ts';
import type { TemplatesAsked } from './find-templates.ts';

type TemplateListProps = {
  readonly issuer: string;
  readonly catalogue: Catalogue;
  /** Those of it that were asked for. */
  readonly templates: readonly CatalogueAchievement[];
  readonly asked: TemplatesAsked;
  readonly reader: Reader;
};

/** The catalogue's templates, narrowed to a kind and a theme. */
export function TemplateList(props: TemplateListProps) {
  const { issuer, catalogue, templates, asked, reader } = props;
  const { message } = reader.messages;
  const path = achievementPath(issuer, 'templates');
  const languages = [reader.messages.language, ...reader.languages];
  return (
    <>
      <h1>{message('achievements-templates')}</h1>
      <p class="lead">{message('achievements-templates-lead', catalogue.achievements.length)}</p>
      <form method="get" action={path}>
        {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
        <Select
          name="kind"
          label={message('achievements-part-kind')}
          value={asked.kind}
          options={[
            { value: '', label: message('achievements-any') },
            ...ACHIEVEMENT_KINDS.map((kind) => ({
              value: kind,
              label: message(`achievements-kind-${kind}`),
            })),
          ]}
        />
        <Select
          name="theme"
          label={message('achievements-theme')}
          value={asked.theme}
          options={[
            { value: '', label: message('achievements-any') },
            ...catalogue.themes.map(({ id, label }) => ({ value: id, label, lang: 'en' })),
          ]}
        />
        <button type="submit" class="quieter">
          {message('achievements-find')}
        </button>
      </form>
      <p role="status">{message('achievements-templates-found', templates.length)}</p>
      <ul class="people">
        {templates.map(({ slug, name, description, kind, sourceLanguage }) => (
          <li>
            <a href={linkTo(`${path}/${slug}`, reader)}>
              <Text {...textIn(name, languages, sourceLanguage)} />
            </a>
            <p class="small">
              <Text {...textIn(description, languages, sourceLanguage)} />
            </p>
            <p class="quiet small">{message(`achievements-kind-${kind}`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

type TemplatePageProps = {
  readonly member: Member;
  readonly template: CatalogueAchievement;
  readonly source: Catalogue['source'];
  /** Whether the issuer has an achievement of this slug already. */
  readonly isHeld: boolean;
  readonly reader: Reader;
};

/** One template: what it is, who asked for it, and the way to begin from it. */
export function TemplatePage({ member, template, source, isHeld, reader }: TemplatePageProps) {
  const { message } = reader.messages;
  const { title, publisher } = source;
  return (
    <>
      <AchievementTexts
        facts={{ ...template, version: '' }}
        issuer={{ slug: member.issuer, names: member.issuerFace.names }}
        languages={[reader.messages.language, ...reader.languages]}
        reader={reader}
        notices={<p class="note">{message('achievements-template-note')}</p>}
      />
      <h2>{message('achievements-asked-by')}</h2>
      <p>
        <cite lang="en" dir="ltr">
          {title}
        </cite>
        {' · '}
        <span lang="en" dir="ltr">
          {publisher}
        </span>
      </p>
      <p class="quiet small">
        {message('achievements-source-lines', template.sourceLines.join(', '))}
      </p>
      {isHeld && (
        <p>
          {message('achievements-template-held')}{' '}
          <a href={linkTo(achievementPath(member.issuer, template.slug), reader)}>
            {message('achievements-open')}
          </a>
        </p>
      )}
      {member.scopes.has('achievements:write') && (
        <form
          method="post"
          action={linkTo(achievementPath(member.issuer, undefined, '/drafts'), reader)}
        >
          <input type="hidden" name="template" value={template.slug} />
          <button type="submit" class={isHeld ? 'quieter' : ''}>
            {message(isHeld ? 'achievements-begin-copy' : 'achievements-begin-template')}
          </button>
        </form>
      )}
    </>
  );
}
