import type { Reader } from '@laurel/http/reader';
import { CertificateFields } from '@laurel/pages/certificate-fields';
import { secondLanguagesOf } from '../facts/certificate-facts.ts';
import type { VisibleCredential } from '../record/visible-credential.ts';

type CertificateFormProps = { readonly found: VisibleCredential; readonly reader: Reader };

/** The ways to the certificate, as a file and as a page. Both take what is chosen under them. */
export function CertificateForm({ found, reader }: CertificateFormProps) {
  const { message } = reader.messages;
  const { id } = found.row;
  return (
    <form method="get" action={`/c/${id}.pdf`}>
      {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
      <div class="actions">
        <button type="submit" name="download" value="">
          {message('credential-download-pdf')}
        </button>
        <button type="submit" class="quieter" formaction={`/c/${id}/certificate`}>
          {message('credential-open-certificate')}
        </button>
      </div>
      <details>
        <summary>{message('paper-choice')}</summary>
        <div class="actions">
          <CertificateFields
            of="download"
            languages={secondLanguagesOf(found)}
            drafts={found.achievement.drafts}
            reader={reader}
          />
        </div>
      </details>
    </form>
  );
}
