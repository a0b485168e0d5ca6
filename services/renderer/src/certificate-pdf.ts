import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { pdf } from '@react-pdf/renderer';
import { certificateDocument } from './certificate.tsx';
import { certificateLayout } from './certificate-layout.ts';
import { ATTACHMENT_NAME, certificateTexts } from './certificate-texts.ts';
import { loadFonts } from './fonts.ts';

/** VC Data Model 2.0, Section 6.4 (registered media types). */
const CREDENTIAL_MEDIA_TYPE = 'application/vc';

/**
 * The certificate with the signed credential attached, but for a preview (PDF 2.0, Section 7.11.4). Every date in the
 * file is the day of issue, so that the same facts give the same bytes.
 */
export async function certificatePdf(facts: CertificateFacts): Promise<Uint8Array> {
  const fonts = await loadFonts();
  const texts = certificateTexts(facts, fonts.covers);
  const layout = certificateLayout(texts, fonts.measure);
  const issued = new Date(`${facts.issuedOn}T00:00:00Z`);
  const drawn = await pdf(certificateDocument(layout, facts.kind, issued)).toBlob();

  const file = await PDFDocument.load(await drawn.arrayBuffer(), { updateMetadata: false });
  if (facts.credential !== null) {
    await file.attach(new TextEncoder().encode(facts.credential), ATTACHMENT_NAME, {
      mimeType: CREDENTIAL_MEDIA_TYPE,
      afRelationship: AFRelationship.Source,
      creationDate: issued,
      modificationDate: issued,
    });
  }
  // Metadata is not drawn: it holds the texts as they are, in any script.
  file.setTitle(`${texts.heading}: ${facts.achievementName}`, { showInWindowTitleBar: true });
  file.setAuthor(facts.issuerName);
  file.setSubject(facts.url);
  file.setLanguage(texts.language);
  file.setCreator('Laurel');
  file.setProducer('Laurel');
  file.setCreationDate(issued);
  file.setModificationDate(issued);
  return file.save({ useObjectStreams: true });
}
