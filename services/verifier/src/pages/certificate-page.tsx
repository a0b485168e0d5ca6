import type { Art } from '@laurel/art/art';
import type { Line } from '@laurel/art/shape';
import type { Achievement } from '@laurel/core/achievement';
import type { LanguageTag } from '@laurel/core/language';
import { type CertificateChoice, certificateQuery } from '@laurel/http/certificate-choice';
import type { Reader } from '@laurel/http/reader';
import { CertificateFields } from '@laurel/pages/certificate-fields';
import { Layout } from '@laurel/pages/layout';
import { linkTo } from '@laurel/pages/link';
import { PRINT_SCRIPT, PrintButton } from '@laurel/pages/print-button';
import { CertificateSheet } from '../certificate/certificate-sheet.tsx';
import { FurtherPage } from '../certificate/further-page.tsx';
import type { Pages } from '../certificate/pages.ts';
import type { ToldRole } from './role-told.tsx';

type CertificatePageProps = {
  readonly id: string;
  readonly title: string;
  readonly pages: Pages;
  readonly art: Art;
  readonly lines: Line;
  /** The path of the issuer’s logo; null where it has none. */
  readonly logo: string | null;
  readonly issuerName: string;
  readonly style: string;
  readonly languages: readonly LanguageTag[];
  readonly drafts: Achievement['drafts'];
  readonly choice: CertificateChoice;
  /** How a role stands; null for what is no role, and while nothing is told of it. */
  readonly told: ToldRole | null;
  readonly reader: Reader;
};

/** A certificate to read and to print: the ways on in the reader’s language, the certificate in its own. */
export function CertificatePage(props: CertificatePageProps) {
  const { id, title, pages, art, lines, logo, issuerName, style, choice, told, reader } = props;
  const { message } = reader.messages;
  const { first, further } = pages;
  const query = certificateQuery(choice);
  return (
    <Layout
      title={message('credential-certificate-title', title)}
      reader={reader}
      path={`/c/${id}/certificate?${query}`}
      styles={style}
      script={PRINT_SCRIPT}
    >
      <div class="unprinted">
        <p>
          <a href={linkTo(`/c/${id}`, reader)}>{message('credential-certificate-back')}</a>
        </p>
        <p class="actions">
          <PrintButton reader={reader} />
          <a class="button quieter" href={`/c/${id}.pdf?${query}`} download>
            {message('credential-download-pdf')}
          </a>
        </p>
        {told !== null && <p class="note">{told.sentence}</p>}
      </div>
      <CertificateSheet
        sheet={first}
        art={art}
        lines={lines}
        orientation={choice.paper.orientation}
        logo={logo === null ? null : { path: logo, name: message('issuer-logo', issuerName) }}
      />
      {further !== null && <FurtherPage sheet={first} further={further} />}
      <Choice {...props} />
    </Layout>
  );
}

/** The same page on other paper, or with another language. */
function Choice({ id, languages, drafts, choice, reader }: CertificatePageProps) {
  const { message } = reader.messages;
  return (
    <section class="unprinted" aria-labelledby="choice">
      <h2 id="choice">{message('paper-choice')}</h2>
      <form method="get" action={`/c/${id}/certificate`}>
        {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
        <CertificateFields
          of="page"
          languages={languages}
          drafts={drafts}
          choice={choice}
          reader={reader}
        />
        <button type="submit" class="quieter">
          {message('paper-show')}
        </button>
      </form>
    </section>
  );
}
