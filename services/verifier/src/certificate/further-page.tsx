import { FactList } from './fact-list.tsx';
import type { Further } from './pages.ts';
import type { Sheet } from './sheet.ts';
import { Statements } from './statements.tsx';
import { Labels, Lines, Name, Words } from './words.tsx';

type FurtherPageProps = { readonly sheet: Sheet; readonly further: Further };

/** What had no room on the first page. It begins with what it belongs to. */
export function FurtherPage({ sheet, further }: FurtherPageProps) {
  const { language, direction, holder, holderIsNamed, headings, columns, url } = sheet;
  return (
    <section class="sheet further" lang={language} dir={direction} aria-labelledby="continued">
      <div class="main">
        <div class="belongs">
          <h2 id="continued">
            <Labels all={further.continued} />
          </h2>
          <p>
            <Labels all={headings} />
          </p>
          <p>
            <strong>
              {holderIsNamed ? holder.map((one) => <Name worded={one} />) : <Lines all={holder} />}
            </strong>
          </p>
          <p>
            <Labels all={columns.map(({ achievement }) => achievement)} />
          </p>
          <p>
            <bdi dir="ltr" translate="no">
              {url}
            </bdi>
          </p>
        </div>
        {further.facts.length > 0 && <FactList facts={further.facts} />}
        {further.columns.some(({ description }) => description !== null) && (
          <div class="columns">
            {further.columns.map((column) => (
              <p class="description" lang={column.language} dir={column.direction}>
                {column.description !== null && <Words worded={column.description} />}
              </p>
            ))}
          </div>
        )}
        <Statements columns={further.columns} />
      </div>
    </section>
  );
}
