import { MAX_MAP_BYTES } from '@laurel/contracts/map-requests';
import type { Failure } from '@laurel/core/failure';
import { type LanguageTag, languageTagFrom } from '@laurel/core/language';
import { textMistake } from '@laurel/core/plain-text';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { type Fields, fieldsOfForm, paragraph, typedIn } from '../achievements/form-fields.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { languageName } from '../me/language-name.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { draftPage } from './draft-routes.tsx';
import { type DeskMap, findMap } from './find-map.ts';
import { knownAchievements, namedOn } from './known-achievements.ts';
import { goTo, type MapContext, mapPage, withMap } from './map-page.ts';
import { revisionIn, saveChecked } from './save-edit.ts';
import { fieldsOfMap, mapTexts, withMapTexts } from './texts-form.ts';
import { TextsPage } from './texts-page.tsx';

/** The texts of a map, language by language. */
export const textRoutes = new Hono<MemberApp>();

textRoutes.get('/:map/draft/texts', (c) => {
  const typed = c.req.query('language') ?? '';
  const language = languageTagFrom(typed);
  if (language === null) return draftPage(c, { typedLanguage: typed });
  return withMap(c, (found) =>
    textsPage(c, found, language, {
      fields: fieldsOfMap(found.draft, language),
      mistakes: NO_MISTAKES,
      failure: null,
    }),
  );
});

textRoutes.post('/:map/draft/texts', (c) =>
  withMap(c, async (found) => {
    const { desk, member } = c.var;
    const form = await readUpload(c.req.raw, MAX_MAP_BYTES);
    if (!form.ok) return refuseMember(c, form.failure, `/maps/${found.slug}/draft`);
    const fields = fieldsOfForm(form.value);
    const typed = typedIn(fields, 'language');
    const language = languageTagFrom(typed);
    if (language === null) return draftPage(c, { typedLanguage: typed });
    const mistakes = mistakesIn(c, found, fields);
    if (mistakes.size > 0)
      return textsPage(c, found, language, { fields, mistakes, failure: null });
    const revision = revisionIn(form.value);
    // Fields are named by places, so what was typed over another revision is for other texts, perhaps.
    if (revision !== found.revision) return changedMeanwhile(c, found.slug, language, fields);
    const map = withMapTexts(found.draft, language, fields);
    const saved = await saveChecked(desk, member, found, revision, map);
    if (saved.ok) return goTo(c, `/${found.slug}/draft?done=saved`);
    return saved.failure.reason === 'draft_changed'
      ? changedMeanwhile(c, found.slug, language, fields)
      : textsPage(c, found, language, { fields, mistakes, failure: saved.failure });
  }),
);

async function changedMeanwhile(
  c: MapContext,
  slug: string,
  language: LanguageTag,
  fields: Fields,
): Promise<Response> {
  const failure = { reason: 'draft_changed' } as const;
  const now = await findMap(c.var.desk, c.var.member.issuer, slug);
  return now === null
    ? refuseMember(c, { reason: 'page_unknown' }, '/maps')
    : textsPage(c, now, language, { fields, mistakes: NO_MISTAKES, failure });
}

function mistakesIn(c: MapContext, { draft }: DeskMap, fields: Fields): Mistakes {
  const { message } = readerOf(c.req.raw).messages;
  return new Map(
    mapTexts(draft).flatMap(({ field, maxLength }) => {
      const typed = paragraph(typedIn(fields, field));
      const mistake = textMistake(typed);
      if (typed.length > maxLength)
        return [[field, message('achievements-mistake-long', maxLength)]];
      if (mistake === 'unseen') return [[field, message('achievements-mistake-unseen')]];
      if (mistake === 'direction') return [[field, message('achievements-mistake-direction')]];
      return [];
    }),
  );
}

type TextsShown = {
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
};

async function textsPage(
  c: MapContext,
  found: DeskMap,
  language: LanguageTag,
  { fields, mistakes, failure }: TextsShown,
): Promise<Response> {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  return mapPage(c, {
    title: languageName(language, false, reader.messages),
    path: `/${found.slug}/draft/texts?language=${language}`,
    status: statusOfForm(failure, mistakes),
    children: (
      <TextsPage
        found={found}
        known={await knownAchievements(desk, member.issuer, namedOn(found.draft))}
        language={language}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
