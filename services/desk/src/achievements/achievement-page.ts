import type { Achievement } from '@laurel/core/achievement';
import { textIn } from '@laurel/core/language';
import { type Reader, readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { MemberApp } from '../acting/require-member.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';

export type AchievementContext = Context<MemberApp>;

/** The path of an issuer's achievements, of one of them, or of a part of it, such as `/draft`. */
export function achievementPath(issuer: string, slug?: string, part = ''): string {
  return deskPath(issuer, `/achievements${slug === undefined ? '' : `/${slug}`}${part}`);
}

type PageOptions = {
  readonly title: string;
  /** Below `…/achievements`, with what the address asks for. */
  readonly path: string;
  readonly status?: number;
  readonly children: Child;
};

/** A page about an issuer's achievements. */
export function achievementPage(
  c: AchievementContext,
  { title, path, status = 200, children }: PageOptions,
): Promise<Response> {
  const { member, holder } = c.var;
  return deskPage({
    title,
    path: `${deskPath(member.issuer, '/achievements')}${path}`,
    reader: readerOf(c.req.raw),
    session: holder,
    member,
    section: 'achievements',
    status,
    children,
  });
}

/** Goes on to another page about achievements, by the path below `…/achievements`. */
export function goTo(c: AchievementContext, path: string): Response {
  const whole = `${deskPath(c.var.member.issuer, '/achievements')}${path}`;
  return c.redirect(linkTo(whole, readerOf(c.req.raw)), 303);
}

/** What an achievement is called, for the reader; its slug while nobody has named it. */
export function nameOf(facts: Achievement, reader: Reader) {
  const languages = [reader.messages.language, ...reader.languages];
  const { text, language } = textIn(facts.name, languages, facts.sourceLanguage);
  return text === '' ? { text: facts.slug, language: 'en' } : { text, language };
}
