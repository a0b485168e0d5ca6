import { AchievementFacts, MAX_ACHIEVEMENT_BYTES } from '@laurel/contracts/achievement-facts';
import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import { languageTagFrom } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { readUpload } from '../session/read-upload.ts';
import { type AchievementContext, achievementPage, goTo } from './achievement-page.ts';
import { checkable, type DraftPart, FACTS_PART, SKILLS_PART, textsPart } from './draft-part.tsx';
import { draftPage } from './draft-routes.tsx';
import { draftOf, findDeskAchievement } from './find-draft.ts';
import { type Fields, fieldsOfForm, mistakesOf, typedIn } from './form-fields.ts';
import { type Meanwhile, PartPage } from './part-page.tsx';
import { saveDraft } from './save-draft.ts';
import { withoutLanguage } from './texts-form.ts';
import { RemoveLanguage } from './texts-page.tsx';

/** The parts of a draft, each a form of its own, so that a phone that loses its network loses little. */
export const partRoutes = new Hono<MemberApp>();

partRoutes.use('/:achievement/draft/*', requireScope('achievements:write'));

for (const part of [FACTS_PART, SKILLS_PART]) {
  partRoutes.get(`/:achievement/draft${part.path}`, (c) => openPart(c, part));
  partRoutes.post(`/:achievement/draft${part.path}`, async (c) => {
    const fields = await readFields(c);
    if (!fields.ok) return refuseMember(c, fields.failure, '/achievements');
    return savePart(c, part, fields.value);
  });
}

partRoutes.get('/:achievement/draft/texts', (c) => {
  const typed = c.req.query('language') ?? '';
  const language = languageTagFrom(typed);
  return language === null
    ? draftPage(c, { done: null, typedLanguage: typed })
    : openPart(c, textsPart(language));
});

partRoutes.post('/:achievement/draft/texts', async (c) => {
  const fields = await readFields(c);
  if (!fields.ok) return refuseMember(c, fields.failure, '/achievements');
  const typed = typedIn(fields.value, 'language');
  const language = languageTagFrom(typed);
  return language === null
    ? draftPage(c, { done: null, typedLanguage: typed })
    : savePart(c, textsPart(language), fields.value);
});

partRoutes.post('/:achievement/draft/texts/end', async (c) => {
  const { desk, member } = c.var;
  const fields = await readFields(c);
  if (!fields.ok) return refuseMember(c, fields.failure, '/achievements');
  const slug = c.req.param('achievement');
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const { facts } = draftOf(found);
  const language = typedIn(fields.value, 'language');
  if (language === facts.sourceLanguage) {
    return refuseMember(c, { reason: 'page_unknown' }, `/achievements/${slug}/draft`);
  }
  const without = AchievementFacts.parse(checkable(withoutLanguage(facts, language)));
  const saved = await saveDraft(desk, member, slug, revisionIn(fields.value), without);
  return saved.ok
    ? goTo(c, `/${slug}/draft?done=saved`)
    : refuseMember(c, saved.failure, `/achievements/${slug}/draft`);
});

async function readFields(c: AchievementContext): Promise<Result<Fields, Failure>> {
  const form = await readUpload(c.req.raw, MAX_ACHIEVEMENT_BYTES);
  return form.ok ? ok(fieldsOfForm(form.value)) : refuse(form.failure);
}

/** A revision that is no number is none that there is. */
function revisionIn(fields: Fields): number {
  const typed = typedIn(fields, 'revision');
  return /^\d{1,15}$/.test(typed) ? Number(typed) : -1;
}

async function openPart(c: AchievementContext, part: DraftPart): Promise<Response> {
  const { desk, member } = c.var;
  const found = await findDeskAchievement(desk, member.issuer, c.req.param('achievement') ?? '');
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const { facts, revision } = draftOf(found);
  const fields = part.fieldsOf(facts);
  return partPage(c, part, { facts, revision, fields, mistakes: NO_MISTAKES, failure: null });
}

async function savePart(c: AchievementContext, part: DraftPart, fields: Fields) {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement') ?? '';
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const { facts, revision: stored } = draftOf(found);
  const revision = revisionIn(fields);
  const written = AchievementFacts.safeParse(checkable(part.apply(facts, fields)));
  if (!written.success) {
    const { messages } = readerOf(c.req.raw);
    const mistakes = mistakesOf(written.error.issues, part.fieldOf(fields), messages);
    return partPage(c, part, { facts, revision, fields, mistakes, failure: null });
  }
  const saved = await saveDraft(desk, member, slug, revision, written.data);
  if (!saved.ok) {
    const now = await findDeskAchievement(desk, member.issuer, slug);
    const draft = now === null ? { facts, revision: stored } : draftOf(now);
    const { failure } = saved;
    return partPage(c, part, { ...draft, fields, mistakes: NO_MISTAKES, failure });
  }
  const language = part.language === null ? '' : `?language=${part.language}`;
  return goTo(
    c,
    typedIn(fields, 'next') === 'preview'
      ? `/${slug}/preview${language}`
      : `/${slug}/draft?done=saved`,
  );
}

type PartShown = {
  readonly facts: Achievement;
  readonly revision: number;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
};

function partPage(c: AchievementContext, part: DraftPart, shown: PartShown): Promise<Response> {
  const { member } = c.var;
  const { facts, revision, fields, mistakes, failure } = shown;
  const reader = readerOf(c.req.raw);
  const { messages } = reader;
  const refused = failure === null ? 200 : statusOf(failure.reason);
  const query = part.language === null ? '' : `?language=${part.language}`;
  return achievementPage(c, {
    title: part.title(messages),
    path: `/${facts.slug}/draft${part.path}${query}`,
    status: mistakes.size > 0 ? 422 : refused,
    children: (
      <>
        <PartPage
          issuer={member.issuer}
          facts={facts}
          title={part.title(messages)}
          part={part.path}
          revision={revision}
          mistakes={mistakes}
          failure={failure}
          meanwhile={failure === null ? [] : savedMeanwhile(part, { ...shown, messages })}
          reader={reader}
        >
          {part.show({ facts, fields, mistakes, messages })}
        </PartPage>
        {part.language !== null && (
          <RemoveLanguage
            issuer={member.issuer}
            facts={facts}
            language={part.language}
            revision={revision}
            reader={reader}
          />
        )}
      </>
    ),
  });
}

/** What stands in a draft now and differs from what was typed. */
function savedMeanwhile(
  part: DraftPart,
  shown: Parameters<DraftPart['labels']>[0],
): readonly Meanwhile[] {
  const saved = part.fieldsOf(shown.facts);
  const textOf = (fields: Fields, field: string) => (fields.get(field) ?? []).join(', ').trim();
  return [...part.labels(shown)].flatMap(([field, label]) => {
    const text = textOf(saved, field);
    return text === textOf(shown.fields, field) ? [] : [{ label, text }];
  });
}
