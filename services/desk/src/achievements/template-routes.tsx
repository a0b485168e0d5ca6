import { textIn } from '@laurel/core/language';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { achievementPage } from './achievement-page.ts';
import { findDeskAchievement } from './find-draft.ts';
import { findTemplates } from './find-templates.ts';
import { TemplateList, TemplatePage } from './template-pages.tsx';

/** The catalogue's templates, to begin an achievement from. */
export const templateRoutes = new Hono<MemberApp>();

templateRoutes.get('/templates', async (c) => {
  const catalogue = await c.var.desk.tables.catalogue();
  const reader = readerOf(c.req.raw);
  const asked = { kind: c.req.query('kind') ?? '', theme: c.req.query('theme') ?? '' };
  return achievementPage(c, {
    title: reader.messages.message('achievements-templates'),
    path: '/templates',
    children: (
      <TemplateList
        issuer={c.var.member.issuer}
        catalogue={catalogue}
        templates={findTemplates(catalogue, asked)}
        asked={asked}
        reader={reader}
      />
    ),
  });
});

templateRoutes.get('/templates/:template', async (c) => {
  const { desk, member } = c.var;
  const { achievements, source } = await desk.tables.catalogue();
  const template = achievements.find(({ slug }) => slug === c.req.param('template'));
  if (template === undefined) {
    return refuseMember(c, { reason: 'page_unknown' }, '/achievements/templates');
  }
  const reader = readerOf(c.req.raw);
  const languages = [reader.messages.language, ...reader.languages];
  return achievementPage(c, {
    title: textIn(template.name, languages, template.sourceLanguage).text,
    path: `/templates/${template.slug}`,
    children: (
      <TemplatePage
        member={member}
        template={template}
        source={source}
        isHeld={(await findDeskAchievement(desk, member.issuer, template.slug)) !== null}
        reader={reader}
      />
    ),
  });
});
