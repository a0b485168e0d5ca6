import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { artOf } from '@laurel/art/art';
import type { Certificate, CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { certificateLayout } from './certificate-layout.ts';
import { ATTACHMENT_NAME, type CertificateTexts, certificateTexts } from './certificate-texts.ts';
import { drawOverFrame } from './draw/over-frame.ts';
import { pageContent } from './draw/page-content.ts';
import type { ReadAsset } from './fonts/library.ts';
import { framePdf } from './frame.tsx';
import { placementOf } from './placement.ts';
import { fittingWith } from './text/fit-said.ts';
import { typesetterFor } from './text/typesetter.ts';
import { textsToSet } from './texts-to-set.ts';

/** VC Data Model 2.0, Section 6.4 (registered media types). */
const CREDENTIAL_MEDIA_TYPE = 'application/vc';

/**
 * The certificate with the signed credential attached, but for a preview (PDF 2.0, Section 7.11.4). Every
 * date in the file is the day of issue, so that the same facts give the same bytes.
 */
export async function certificatePdf(
  facts: CertificateFacts,
  read: ReadAsset,
): Promise<Certificate> {
  const texts = certificateTexts(facts);
  const { direction } = texts;
  const [typesetter, frame] = await Promise.all([
    typesetterFor(textsToSet(texts), read),
    framePdf(facts, direction),
  ]);
  try {
    const { boxed } = typesetter;
    const layout = certificateLayout(texts, fittingWith(typesetter, direction), boxed.length > 0);
    const placement = placementOf(layout, artOf(facts).palette, direction);
    const content = pageContent(placement, layout.qr, typesetter);
    const file = await PDFDocument.load(frame, { updateMetadata: false });
    drawOverFrame(file, content, { place: placement.link, address: facts.url });
    await attach(file, facts, texts);
    return { pdf: await file.save({ useObjectStreams: true }), boxed };
  } finally {
    typesetter.release();
  }
}

/** Metadata is not drawn: it holds the texts as they are. */
async function attach(
  file: PDFDocument,
  facts: CertificateFacts,
  texts: CertificateTexts,
): Promise<void> {
  const issued = new Date(`${facts.issuedOn}T00:00:00Z`);
  if (facts.credential !== null) {
    await file.attach(new TextEncoder().encode(facts.credential), ATTACHMENT_NAME, {
      mimeType: CREDENTIAL_MEDIA_TYPE,
      afRelationship: AFRelationship.Source,
      creationDate: issued,
      modificationDate: issued,
    });
  }
  file.setTitle(`${texts.heading.text}: ${facts.achievementName}`, { showInWindowTitleBar: true });
  file.setAuthor(facts.issuerName);
  file.setSubject(facts.url);
  file.setLanguage(texts.language);
  file.setCreator('Laurel');
  file.setProducer('Laurel');
  file.setCreationDate(issued);
  file.setModificationDate(issued);
}
