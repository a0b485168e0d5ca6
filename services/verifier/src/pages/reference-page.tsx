import type { ShownDocument } from '@laurel/api-description/document';
import { Contents, Parts } from '@laurel/api-description/views/parts-view';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { AllFindings } from './all-findings.tsx';

type ReferencePageProps = { readonly document: ShownDocument; readonly reader: Reader };

/** The public API for people: every operation, and every finding that a report may have. */
export function ReferencePage({ document, reader }: ReferencePageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('api-reference-title')}</h1>
      <p class="lead">{message('api-reference-lead')}</p>
      <p>
        <a href="/api/openapi.json">{message('reference-openapi')}</a>
      </p>
      <p>
        <a href={linkTo('/api/v1/reference', reader)}>{message('api-reference-organizers')}</a>
      </p>
      <Contents document={document} reader={reader}>
        <li>
          <a href="#findings">{message('api-reference-findings')}</a>
        </li>
      </Contents>
      <h2>{message('reference-refusing')}</h2>
      <p>{message('reference-refusing-lead')}</p>
      <Parts document={document} reader={reader} />
      <AllFindings messages={reader.messages} />
    </>
  );
}
