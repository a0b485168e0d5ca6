import type { Reader } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import type { Child } from 'hono/jsx';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import type { Session } from '../session/sessions.ts';
import { OwnPageLink, SignedInAs } from '../session/signed-in-as.tsx';

type OpenPageProps = {
  readonly title: string;
  readonly path: string;
  readonly reader: Reader;
  /** Null where nobody is signed in. */
  readonly session: Session | null;
  readonly status?: number;
  /** Seconds after which the browser asks for the page again. */
  readonly refreshSeconds?: number;
  readonly children: Child;
};

/** A page for whoever opens it; with the ways out at its end for who is signed in. */
export function openPage({ children, session, status = 200, ...layout }: OpenPageProps) {
  const { reader } = layout;
  const signedIn = session === null ? {} : { menu: <OwnPageLink reader={reader} /> };
  return htmlResponse(
    <Layout {...layout} {...signedIn} styles={DESK_STYLESHEET}>
      {children}
      {session !== null && <SignedInAs session={session} reader={reader} />}
    </Layout>,
    reader,
    { status },
  );
}
