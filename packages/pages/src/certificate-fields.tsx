import type { Achievement } from '@laurel/core/achievement';
import type { LanguageTag } from '@laurel/core/language';
import { ORIENTATIONS, PAPER_SIZES } from '@laurel/core/paper';
import { usualPaperSize } from '@laurel/core/usual-paper';
import type { CertificateChoice } from '@laurel/http/certificate-choice';
import type { Reader } from '@laurel/http/reader';
import { autonymOf } from '@laurel/i18n/autonym';

type CertificateFieldsProps = {
  /** Tells the fields of one form from those of another on the same page. */
  readonly of: string;
  /** The languages that can stand beside the certificate’s own. */
  readonly languages: readonly LanguageTag[];
  readonly drafts: Achievement['drafts'];
  /** What was chosen; what suits most where nothing was. */
  readonly choice?: CertificateChoice;
  readonly reader: Reader;
};

/** Which paper a certificate is to be printed on, and which second language stands beside its own. */
export function CertificateFields(props: CertificateFieldsProps) {
  const { of, languages, drafts, choice, reader } = props;
  const { message } = reader.messages;
  const size = choice?.paper.size ?? usualPaperSize(reader.languages);
  const nameOf = (tag: LanguageTag) =>
    drafts.includes(tag) ? message('me-language-draft', autonymOf(tag)) : autonymOf(tag);
  return (
    <>
      <div>
        <label for={`paper-${of}`}>{message('paper-size')}</label>
        <select id={`paper-${of}`} name="paper">
          {PAPER_SIZES.map((one) => (
            <option value={one} selected={one === size}>
              {message(`paper-size-${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={`orientation-${of}`}>{message('paper-orientation')}</label>
        <select id={`orientation-${of}`} name="orientation">
          {ORIENTATIONS.map((one) => (
            <option value={one} selected={one === choice?.paper.orientation}>
              {message(`paper-orientation-${one}`)}
            </option>
          ))}
        </select>
      </div>
      {languages.length > 0 && (
        <div>
          <label for={`with-${of}`}>{message('paper-second-language')}</label>
          <select id={`with-${of}`} name="with">
            <option value="">{message('paper-second-language-none')}</option>
            {languages.map((tag) => (
              <option value={tag} lang={tag} selected={tag === choice?.second}>
                {nameOf(tag)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
