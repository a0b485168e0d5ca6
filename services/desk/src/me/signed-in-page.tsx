import type { Reader } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { Layout } from '@laurel/pages/layout';
import type { Child } from 'hono/jsx';
import type { Session } from '../session/sessions.ts';
import { OwnPageLink, SignedInAs } from '../session/signed-in-as.tsx';

type SignedInPageProps = {
  readonly title: string;
  readonly path: string;
  readonly reader: Reader;
  readonly session: Session;
  /** After the common ones. */
  readonly styles?: string;
  /** 200, unless a form was refused. */
  readonly status?: number;
  readonly children: Child;
};

/** A page of somebody who is signed in, with the ways out at its end. */
export function signedInPage({ children, session, status = 200, ...layout }: SignedInPageProps) {
  const { reader } = layout;
  return htmlResponse(
    <Layout {...layout} menu={<OwnPageLink reader={reader} />}>
      {children}
      <SignedInAs session={session} reader={reader} />
    </Layout>,
    reader,
    { status },
  );
}
