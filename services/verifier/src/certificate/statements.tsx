import type { SheetColumn } from './sheet.ts';
import { Words } from './words.tsx';

/** In one language beside each other; in two, under each other in the column of each. */
export function Statements({ columns }: { readonly columns: readonly SheetColumn[] }) {
  return (
    <div class={`statements ${columns.length > 1 ? 'of-two' : 'of-one'}`}>
      {columns.map(({ language, direction, statements }) => (
        <div lang={language} dir={direction}>
          {statements.map(({ label, text }) => (
            <section>
              <h3>
                <Words worded={label} />
              </h3>
              <p>
                <Words worded={text} />
              </p>
            </section>
          ))}
        </div>
      ))}
    </div>
  );
}
