import { ORIENTATIONS, PAPER_SIZES } from '@laurel/core/paper';
import type { Reader } from '@laurel/http/reader';
import type { DeskBatch } from '../batches/batch-progress.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Select } from '../page/fields.tsx';
import type { CertificateProgress } from './find-rows.ts';
import { CERTIFICATES_PER_PART, partsOf } from './parts.ts';

type CertificatesSectionProps = {
  readonly batch: DeskBatch;
  readonly progress: CertificateProgress;
  /** True once every row of the batch has its answer: its parts are settled then. */
  readonly isDone: boolean;
  readonly reader: Reader;
};

/** On the page of a batch: the certificates of those who consented on paper, to be handed out. */
export function CertificatesSection(props: CertificatesSectionProps) {
  const { batch, progress, isDone, reader } = props;
  const { message } = reader.messages;
  if (progress.expected === 0) return null;
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{message('certificates-title')}</h2>
      {isDone ? (
        <>
          <p>{message('certificates-lead', progress.ready)}</p>
          <Parts batch={batch} certificates={progress.ready} reader={reader} />
          <p class="quiet small">{message('certificates-told')}</p>
        </>
      ) : (
        <p>{message('certificates-ready', progress.ready, progress.expected)}</p>
      )}
    </section>
  );
}

type PartsProps = {
  readonly batch: DeskBatch;
  readonly certificates: number;
  readonly reader: Reader;
};

function Parts({ batch, certificates, reader }: PartsProps) {
  const { message } = reader.messages;
  const parts = partsOf(certificates);
  return (
    <form method="get" action={deskPath(batch.issuer, `/batches/${batch.id}/certificates`)}>
      {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
      <div class="pair">
        <Select
          name="paper"
          label={message('certificates-paper')}
          value={PAPER_SIZES[0]}
          options={PAPER_SIZES.map((size) => ({
            value: size,
            label: message(`certificates-paper-${size}`),
          }))}
        />
        <Select
          name="orientation"
          label={message('certificates-orientation')}
          value={ORIENTATIONS[0]}
          options={ORIENTATIONS.map((orientation) => ({
            value: orientation,
            label: message(`certificates-orientation-${orientation}`),
          }))}
        />
      </div>
      <p class="actions">
        {Array.from({ length: parts }, (_, at) => (
          <button type="submit" name="part" value={String(at + 1)} class="quieter">
            {parts === 1
              ? message('certificates-download')
              : message(
                  'certificates-download-part',
                  at + 1,
                  parts,
                  Math.min(CERTIFICATES_PER_PART, certificates - at * CERTIFICATES_PER_PART),
                )}
          </button>
        ))}
      </p>
    </form>
  );
}
