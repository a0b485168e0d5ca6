import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { artOf } from '@laurel/art/art';
import { rosetteLine } from '@laurel/art/rosette';
import type { Certificate, CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Paper } from '@laurel/core/paper';
import { certificateLayout } from './certificate-layout.ts';
import { type CertificateTexts, certificateTexts } from './certificate-texts.ts';
import { addPages } from './draw/add-pages.ts';
import { addPicture } from './draw/add-picture.ts';
import { addStationery } from './draw/add-stationery.ts';
import { addStructure } from './draw/add-structure.ts';
import { pageContent } from './draw/page-content.ts';
import { pageFont } from './draw/page-font.ts';
import type { ReadAsset } from './fonts/library.ts';
import { printedLogo } from './logo/printed-logo.ts';
import { sheetOf, USUAL_PAPER } from './page.ts';
import { qrCode } from './qr.ts';
import { stationeryFor } from './stationery.tsx';
import { fittingWith } from './text/fit-said.ts';
import { typesetterFor } from './text/typesetter.ts';
import { ATTACHMENT_NAME } from './texts/labels.ts';
import { textsToSet } from './texts-to-set.ts';

/** VC Data Model 2.0, Section 6.4 (registered media types). */
const CREDENTIAL_MEDIA_TYPE = 'application/vc';

const BUNDLE_NAME = 'laurel-proof.json';

/**
 * The certificate with the signed credential and its bundle attached, but for a preview (PDF 2.0, Section
 * 7.11.4). Every date in the file is the day of issue, so that the same facts give the same bytes.
 */
export async function certificatePdf(
  facts: CertificateFacts,
  read: ReadAsset,
  paper: Paper = USUAL_PAPER,
): Promise<Certificate> {
  const texts = certificateTexts(facts);
  const { direction } = texts.first;
  const sheet = sheetOf(paper);
  const art = artOf(facts);
  const code = qrCode(facts.url);
  const [typesetter, logo, stationery] = await Promise.all([
    typesetterFor(textsToSet(texts), read),
    printedLogo(facts.logo, read),
    stationeryFor({ ...art, lines: [rosetteLine(facts.artSeed)] }, sheet),
  ]);
  try {
    const { boxed } = typesetter;
    const pages = certificateLayout(texts, {
      sheet,
      fit: fittingWith(typesetter, direction),
      palette: art.palette,
      code,
      logo,
      hasBoxes: boxed.length > 0,
    });
    const font = pageFont();
    const pens = {
      sheet,
      typesetter,
      font,
      code,
      framed: true,
    };
    const contents = pages.map((page) => pageContent(page, pens));
    const file = await PDFDocument.create({ updateMetadata: false });
    const added = addPages(file, contents, {
      sheet,
      font,
      stationery: addStationery(file.context, stationery),
      logo: logo === null ? null : addPicture(file.context, logo),
      address: facts.url,
    });
    addStructure(file, added, facts.language);
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
  { first }: CertificateTexts,
): Promise<void> {
  const issued = new Date(`${facts.issuedOn}T00:00:00Z`);
  const add = async (
    text: string | null,
    name: string,
    mimeType: string,
    afRelationship: AFRelationship,
  ) => {
    const dates = { creationDate: issued, modificationDate: issued };
    if (text === null) return;
    await file.attach(new TextEncoder().encode(text), name, { mimeType, afRelationship, ...dates });
  };
  await add(facts.credential, ATTACHMENT_NAME, CREDENTIAL_MEDIA_TYPE, AFRelationship.Source);
  await add(facts.bundle, BUNDLE_NAME, 'application/json', AFRelationship.Supplement);
  const heading = first.labels?.heading.text ?? '';
  file.setTitle(`${heading}: ${facts.achievementName}`, { showInWindowTitleBar: true });
  file.setAuthor(facts.issuerName);
  file.setSubject(facts.url);
  file.setLanguage(facts.language);
  file.setCreator('Laurel');
  file.setProducer('Laurel');
  file.setCreationDate(issued);
  file.setModificationDate(issued);
}
