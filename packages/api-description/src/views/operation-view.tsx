import { titleOf } from '@laurel/http/problem';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { curlOf } from '../curl.ts';
import { reasonsAmong } from '../describe-operation.ts';
import { type Content, givenExample, type Schemas, type ShownOperation } from '../document.ts';
import { exampleOf } from '../example.ts';
import { Member, SchemaView } from './schema-view.tsx';

type OperationViewProps = {
  readonly server: string;
  readonly method: string;
  readonly path: string;
  readonly operation: ShownOperation;
  readonly schemas: Schemas;
  readonly reader: Reader;
};

/** One operation: what it does and needs, its parameters and bodies, an example, and its refusals. */
export function OperationView(props: OperationViewProps) {
  const { server, method, path, operation, schemas, reader } = props;
  const { message } = reader.messages;
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const reasons = reasonsAmong(operation['x-problems']);
  return (
    <section aria-labelledby={operationId}>
      <h3 id={operationId} dir="ltr" class="operation">
        <span class="tag">{method.toUpperCase()}</span> <code>{path}</code>
      </h3>
      <div lang="en" dir="ltr">
        <p>{summary}</p>
        {description !== undefined && <p>{description}</p>}
      </div>
      <p class="small">
        <Need scope={operation['x-scope']} reader={reader} />
      </p>
      {parameters.length > 0 && (
        <>
          <h4>{message('reference-parameters')}</h4>
          <ul class="members" lang="en" dir="ltr">
            {parameters.map(({ name, required, schema, description: what, ...parameter }) => (
              <li>
                <Member name={name} required={required} schema={schema} schemas={schemas} />
                <span class="small">
                  {' '}
                  In the {parameter.in}. {what}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {requestBody !== undefined && (
        <>
          <h4>{message('reference-body')}</h4>
          <Bodies content={requestBody.content} schemas={schemas} />
        </>
      )}
      <h4>{message('reference-example')}</h4>
      <pre class="copy" dir="ltr" tabindex={0}>
        {curlOf(server, method, path, operation, schemas)}
      </pre>
      {requestBody !== undefined && <FurtherExamples content={requestBody.content} />}
      <h4>{message('reference-answers')}</h4>
      {Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .map(([status, response]) => (
          <div lang="en" dir="ltr">
            <p>
              <strong>{status}</strong> {response.description}
            </p>
            {response.content !== undefined && (
              <>
                <Bodies content={response.content} schemas={schemas} />
                <Example content={response.content} schemas={schemas} />
              </>
            )}
          </div>
        ))}
      {reasons.length > 0 && (
        <details>
          <summary>{message('reference-refusals', reasons.length)}</summary>
          <ul>
            {reasons.map((reason) => (
              <li>
                <a href={linkTo(`/problems/${reason}`, reader)}>
                  {titleOf(reason, reader.messages)}
                </a>{' '}
                <code class="small" dir="ltr">
                  {reason}
                </code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Need({ scope, reader }: { readonly scope: string; readonly reader: Reader }) {
  const { message } = reader.messages;
  if (scope === 'anybody') return message('reference-needs-nothing');
  if (scope === 'session') return message('reference-needs-session');
  if (scope === 'steward') return message('reference-needs-steward');
  return (
    <>
      {message('reference-needs-scope')} <code dir="ltr">{scope}</code>
    </>
  );
}

type BodiesProps = { readonly content: Content; readonly schemas: Schemas };

function Bodies({ content, schemas }: BodiesProps) {
  return (
    <div lang="en" dir="ltr">
      {Object.values(content).map(({ schema }) => (
        <SchemaView schema={schema} schemas={schemas} />
      ))}
    </div>
  );
}

/** A body in JSON, as it looks. */
export function Example({ content, schemas }: BodiesProps) {
  const media = content['application/json'];
  if (media === undefined) return null;
  const shown = givenExample(media) ?? exampleOf(media.schema, schemas);
  if (typeof shown !== 'object' || shown === null || Object.keys(shown).length === 0) return null;
  return <Copied value={shown} />;
}

/** Where there are several examples, those that a line for a shell does not show. */
function FurtherExamples({ content }: { readonly content: Content }) {
  const further = Object.values(content).flatMap(({ examples }) =>
    Object.values(examples).slice(1),
  );
  return (
    <>
      {further.map(({ summary, value }) => (
        <div lang="en" dir="ltr">
          <p>{summary}</p>
          <Copied value={value} />
        </div>
      ))}
    </>
  );
}

function Copied({ value }: { readonly value: unknown }) {
  return (
    <pre class="copy" dir="ltr" tabindex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
