import type { TokenScope } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import type { Child } from 'hono/jsx';
import type { Member } from '../acting/member.ts';
import { Localised } from '../me/localised.tsx';
import type { Session } from '../session/sessions.ts';
import { OwnPageLink, SignedInAs } from '../session/signed-in-as.tsx';
import { ENHANCEMENT } from './enhancement.ts';
import { DESK_STYLESHEET } from './stylesheet.ts';

/** The sections of an issuer's desk, in the order of its menu, and what a member needs to see each. */
const SECTIONS = [
  { section: 'home', path: '', scope: null, trainers: true },
  { section: 'sheets', path: '/sheets', scope: 'awards:write', trainers: true },
  { section: 'slips', path: '/slips', scope: 'awards:write', trainers: true },
  { section: 'imports', path: '/imports', scope: 'awards:write', trainers: true },
  { section: 'nominations', path: '/nominations', scope: 'nominations:review' },
  { section: 'mentoring', path: '/mentorships', scope: 'nominations:review' },
  { section: 'batches', path: '/batches', scope: 'awards:read', trainers: true },
  { section: 'awards', path: '/awards', scope: 'awards:read' },
  { section: 'achievements', path: '/achievements', scope: 'awards:read' },
  { section: 'terms', path: '/terms', scope: 'awards:read' },
  { section: 'maps', path: '/maps', scope: 'awards:read' },
  { section: 'share-outs', path: '/share-outs', scope: 'awards:read' },
  { section: 'thanks', path: '/thanks', scope: 'awards:read' },
  { section: 'figures', path: '/figures', scope: 'awards:read' },
  { section: 'members', path: '/members', scope: null },
  { section: 'signatories', path: '/signatories', scope: null },
  { section: 'settings', path: '/settings', scope: 'issuer:write' },
  { section: 'tokens', path: '/tokens', scope: 'tokens:write' },
  { section: 'webhooks', path: '/webhooks', scope: 'webhooks:write' },
  { section: 'audit', path: '/audit', scope: 'audit:read' },
] as const satisfies readonly {
  readonly section: string;
  readonly path: string;
  /** Null for what every member sees. */
  readonly scope: TokenScope | null;
  /** Whether trainers see it as well, as far as it is their own. */
  readonly trainers?: true;
}[];

type Section = (typeof SECTIONS)[number]['section'];

type DeskPageOptions = {
  readonly title: string;
  /** The page's own path, without what a form has sent. */
  readonly path: string;
  readonly reader: Reader;
  readonly session: Session;
  /** Absent on pages that belong to no issuer. */
  readonly member?: Member;
  readonly section?: Section;
  readonly status?: number;
  readonly headers?: HeadersInit;
  readonly refreshSeconds?: number;
  /** In the place of the desk's own, with that in it; its hash must be allowed. */
  readonly styles?: string;
  readonly children: Child;
};

/** The address of a part of an issuer's desk. `path` begins with a slash, or is empty for its home. */
export function deskPath(issuer: string, path = ''): string {
  return `/desk/issuers/${issuer}${path}`;
}

/** A page of the desk: the issuer's menu before it, who is signed in and the ways out after it. */
export function deskPage(options: DeskPageOptions): Promise<Response> {
  const { title, path, reader, session, member, section, children, refreshSeconds } = options;
  const { status = 200, headers = {}, styles = DESK_STYLESHEET } = options;
  return htmlResponse(
    <Layout
      title={title}
      path={path}
      reader={reader}
      styles={styles}
      script={ENHANCEMENT}
      {...(refreshSeconds === undefined ? {} : { refreshSeconds })}
      menu={
        <>
          <a href={linkTo('/desk', reader)}>{reader.messages.message('desk-nav-desk')}</a>
          <OwnPageLink reader={reader} />
        </>
      }
    >
      {member !== undefined && <Sections member={member} current={section} reader={reader} />}
      {children}
      <SignedInAs session={session} reader={reader} />
    </Layout>,
    reader,
    { status, headers },
  );
}

function isSeenBy(member: Member, { scope, ...section }: (typeof SECTIONS)[number]): boolean {
  if ('trainers' in section && member.only !== undefined) return true;
  return scope === null ? member.grants.length > 0 : member.scopes.has(scope);
}

type SectionsProps = {
  readonly member: Member;
  readonly current: Section | undefined;
  readonly reader: Reader;
};

function Sections({ member, current, reader }: SectionsProps) {
  const { message } = reader.messages;
  return (
    <nav aria-label={message('desk-sections')}>
      <p class="over">
        <Localised texts={member.issuerFace.names} reader={reader} />
      </p>
      <details class="sections" open={current === 'home'}>
        <summary>{message(`desk-section-${current ?? 'home'}`)}</summary>
        <ul>
          {SECTIONS.filter((one) => isSeenBy(member, one)).map(({ section, path }) => (
            <li>
              <a
                href={linkTo(deskPath(member.issuer, path), reader)}
                {...(section === current ? { 'aria-current': 'page' } : {})}
              >
                {message(`desk-section-${section}`)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
