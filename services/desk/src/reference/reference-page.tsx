import type { ShownDocument } from '@laurel/api-description/document';
import { Contents, Parts } from '@laurel/api-description/views/parts-view';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { LIMITS } from '../rate-limits/limits.ts';
import { MessageViews } from './message-view.tsx';

type ReferencePageProps = { readonly document: ShownDocument; readonly reader: Reader };

/** The whole description for people: how to call the API, every operation, and messages to webhooks. */
export function ReferencePage({ document, reader }: ReferencePageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('reference-title')}</h1>
      <p class="lead">{message('reference-lead')}</p>
      <p>
        <a href="/api/v1/openapi.json">{message('reference-openapi')}</a>
      </p>
      <Contents document={document} reader={reader}>
        <li>
          <a href="#webhooks">{message('reference-messages')}</a>
        </li>
      </Contents>
      <Basics server={document.servers[0]?.url ?? ''} reader={reader} />
      <Parts document={document} reader={reader} />
      <MessageViews
        webhooks={document.webhooks}
        schemas={document.components.schemas}
        reader={reader}
      />
    </>
  );
}

/** What holds for every operation. */
function Basics({ server, reader }: { readonly server: string; readonly reader: Reader }) {
  const { message } = reader.messages;
  return (
    <>
      <h2>{message('reference-login')}</h2>
      <p>
        {message('reference-login-token')}{' '}
        <a href={linkTo('/desk', reader)}>{message('desk-nav-desk')}</a>
      </p>
      <pre class="copy" dir="ltr" tabindex={0}>
        {`curl '${server}/issuers/your-group/tokens' \\\n  -H 'Authorization: Bearer laurel_…'`}
      </pre>
      <p>{message('reference-login-session')}</p>
      <h2>{message('reference-refusing')}</h2>
      <p>{message('reference-refusing-lead')}</p>
      <h2>{message('reference-repeating')}</h2>
      <p>{message('reference-repeating-lead')}</p>
      <h2>{message('reference-limits')}</h2>
      <p>{message('reference-limits-lead')}</p>
      <ul class="members" lang="en" dir="ltr">
        {LIMITS.map(({ name, most, windowSeconds }) => (
          <li>
            <code>{name}</code>{' '}
            <span class="small quiet">
              {most} in {windowSeconds} seconds
            </span>
          </li>
        ))}
      </ul>
      <h2>{message('reference-paging')}</h2>
      <p>{message('reference-paging-lead')}</p>
    </>
  );
}
