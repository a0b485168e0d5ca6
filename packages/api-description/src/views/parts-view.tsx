import type { Reader } from '@laurel/http/reader';
import type { Child } from 'hono/jsx';
import type { ShownDocument } from '../document.ts';
import { OperationView } from './operation-view.tsx';

type PartsProps = { readonly document: ShownDocument; readonly reader: Reader };

type ContentsProps = PartsProps & {
  /** Further lines of the list. */
  readonly children?: Child;
};

/** What there is, folded up: each operation under its heading. */
export function Contents({ document, reader, children }: ContentsProps) {
  const { message } = reader.messages;
  return (
    <nav aria-label={message('reference-contents')}>
      <details>
        <summary>{message('reference-contents')}</summary>
        <ul>
          {partsOf(document).map(({ name, id, operations }) => (
            <li>
              <a href={`#${id}`} lang="en">
                {name}
              </a>
              <ul class="plain" dir="ltr">
                {operations.map(({ path, method, operation }) => (
                  <li>
                    <a href={`#${operation.operationId}`}>
                      <code>
                        {method.toUpperCase()} {path}
                      </code>
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {children}
        </ul>
      </details>
    </nav>
  );
}

/** Every operation, under its heading. */
export function Parts({ document, reader }: PartsProps) {
  const server = document.servers[0]?.url ?? '';
  return (
    <>
      {partsOf(document).map(({ name, id, operations }) => (
        <section aria-labelledby={id}>
          <h2 id={id} lang="en">
            {name}
          </h2>
          {operations.map(({ path, method, operation }) => (
            <OperationView
              server={server}
              method={method}
              path={path}
              operation={operation}
              schemas={document.components.schemas}
              reader={reader}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function partsOf({ tags, paths }: ShownDocument) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return tags.map(({ name }) => ({
    name,
    id: `part-${name.toLowerCase().replaceAll(' ', '-')}`,
    operations: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
}
