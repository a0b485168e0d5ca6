import type { AchievementMap } from '@laurel/core/achievement-map';
import { type Reader, readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { textFor } from '@laurel/pages/text';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type DeskMap, findMap } from './find-map.ts';
import { MAPS_STYLESHEET } from './maps-stylesheet.ts';

export type MapContext = Context<MemberApp>;

/** The path of an issuer's maps, of one of them, or of a part of it, such as `/draft`. */
export function mapPath(issuer: string, slug?: string, part = ''): string {
  return deskPath(issuer, `/maps${slug === undefined ? '' : `/${slug}`}${part}`);
}

type PageOptions = {
  readonly title: string;
  /** Below `…/maps`, with what the address asks for. */
  readonly path: string;
  readonly status?: number;
  readonly children: Child;
};

/** A page about an issuer's maps. */
export function mapPage(
  c: MapContext,
  { title, path, status = 200, children }: PageOptions,
): Promise<Response> {
  const { member, holder } = c.var;
  return deskPage({
    title,
    path: `${mapPath(member.issuer)}${path}`,
    reader: readerOf(c.req.raw),
    session: holder,
    member,
    section: 'maps',
    status,
    styles: MAPS_STYLESHEET,
    children,
  });
}

/** Goes on to another page about maps, by the path below `…/maps`. */
export function goTo(c: MapContext, path: string): Response {
  return c.redirect(linkTo(`${mapPath(c.var.member.issuer)}${path}`, readerOf(c.req.raw)), 303);
}

/** The map that the address names, for `show`; refused where the issuer has none. */
export async function withMap(
  c: MapContext,
  show: (found: DeskMap) => Response | Promise<Response>,
): Promise<Response> {
  const found = await findMap(c.var.desk, c.var.member.issuer, c.req.param('map') ?? '');
  return found === null ? refuseMember(c, { reason: 'page_unknown' }, '/maps') : show(found);
}

/** What a map is called, for the reader; its slug while it has no title. */
export function titleOf(map: AchievementMap, slug: string, reader: Reader) {
  const { text, language } = textFor(map.title, reader, map.sourceLanguage);
  return text === '' ? { text: slug, language: 'en' } : { text, language };
}
