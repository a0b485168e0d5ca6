import type { Art } from '@laurel/art/art';
import type { Line } from '@laurel/art/shape';
import type { Orientation } from '@laurel/core/paper';
import { QrCode } from '@laurel/pages/qr-code';
import { Emblem } from './emblem.tsx';
import { FactList } from './fact-list.tsx';
import type { Sheet, SheetColumn } from './sheet.ts';
import { Statements } from './statements.tsx';
import { Labels, Lines, Name, Words } from './words.tsx';

type CertificateSheetProps = {
  readonly sheet: Sheet;
  readonly art: Art;
  readonly lines: Line;
  readonly orientation: Orientation;
  /** The issuer’s logo and what it shows; null where it has none. */
  readonly logo: { readonly path: string; readonly name: string } | null;
};

/** A certificate as it is printed; on a screen, the same under each other. */
export function CertificateSheet(props: CertificateSheetProps) {
  const { sheet, art, lines, orientation, logo } = props;
  const { language, direction } = sheet;
  return (
    <article
      class={`sheet ${orientation} ${sheet.columns.length > 1 ? 'in-two' : 'in-one'}`}
      lang={language}
      dir={direction}
      aria-labelledby="certificate"
    >
      <Emblem art={art} lines={lines} />
      <div class="main">
        <header>
          <div>
            <h1 id="certificate">
              <Lines all={sheet.headings} />
            </h1>
            {sheet.notes.map((note) => (
              <p class="notice">
                <Words worded={note} />
              </p>
            ))}
          </div>
          {logo !== null && <img class="issuer" src={logo.path} alt={logo.name} />}
        </header>
        <Holder sheet={sheet} />
        <div class="columns">
          {sheet.columns.map((column) => (
            <Achievement column={column} />
          ))}
        </div>
        <FactList facts={sheet.facts} />
        <Statements columns={sheet.columns} />
        <Signatories sheet={sheet} />
      </div>
      <Check sheet={sheet} />
      <footer>
        <p>
          <Lines all={sheet.footers} />
        </p>
      </footer>
    </article>
  );
}

type SheetProps = { readonly sheet: Sheet };

function Holder({ sheet }: SheetProps) {
  const { holderLabels, holder, holderIsNamed, holderNotes } = sheet;
  return (
    <div class="holder">
      <p class="label">
        <Labels all={holderLabels} />
      </p>
      <p class={holderIsNamed ? 'name' : 'sentence'}>
        {holderIsNamed ? holder.map((one) => <Name worded={one} />) : <Lines all={holder} />}
      </p>
      {holderNotes.length > 0 && (
        <p class="small-print">
          <Labels all={holderNotes} />
        </p>
      )}
    </div>
  );
}

function Achievement({ column }: { readonly column: SheetColumn }) {
  const { language, direction, label, achievement, description } = column;
  return (
    <div lang={language} dir={direction}>
      {label !== null && (
        <p class="label">
          <Words worded={label} />
        </p>
      )}
      <h2 class="achievement">
        <Words worded={achievement} />
      </h2>
      {description !== null && (
        <p class="description">
          <Words worded={description} />
        </p>
      )}
    </div>
  );
}

function Signatories({ sheet: { signatories, signatoryLabels } }: SheetProps) {
  if (signatories.length === 0) return null;
  return (
    <section class="signatories">
      <h3 class="aside">
        <Labels all={signatoryLabels} />
      </h3>
      <ul>
        {signatories.map(({ name, office }) => (
          <li>
            <strong>
              <Name worded={name} />
            </strong>
            {office !== null && (
              <span class="line">
                <Words worded={office} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Check({ sheet: { checkLabels, check, url } }: SheetProps) {
  const idAt = url.lastIndexOf('/') + 1;
  return (
    <section class="check" aria-labelledby="check">
      <QrCode text={url} />
      <div>
        <h2 id="check">
          <Labels all={checkLabels} />
        </h2>
        <p>
          <Lines all={check} />
        </p>
        <p class="address">
          <a href={url}>
            <bdi dir="ltr" translate="no">
              {url.slice(0, idAt)}
              <wbr />
              {url.slice(idAt)}
            </bdi>
          </a>
        </p>
      </div>
    </section>
  );
}
