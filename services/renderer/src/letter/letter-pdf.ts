import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { paletteOf } from '@laurel/art/palette';
import { type LetterFacts, MAX_LETTER_ENTRIES } from '@laurel/contracts/renderer-rpc';
import { addPages } from '../draw/add-pages.ts';
import { addPicture } from '../draw/add-picture.ts';
import { addStructure } from '../draw/add-structure.ts';
import { pageContent } from '../draw/page-content.ts';
import { pageFont } from '../draw/page-font.ts';
import type { ReadAsset } from '../fonts/library.ts';
import { printedLogo } from '../logo/printed-logo.ts';
import { sheetOf } from '../page.ts';
import { qrCode } from '../qr.ts';
import { fittingWith, toSet } from '../text/fit-said.ts';
import type { TextToSet } from '../text/itemise.ts';
import { typesetterFor } from '../text/typesetter.ts';
import type { Said } from '../texts/said.ts';
import { loadWordsOf } from '../words.ts';
import { letterLayout } from './letter-layout.ts';
import { type LetterTexts, letterTexts } from './letter-texts.ts';

/** VC Data Model 2.0, Section 6.4 (registered media types). */
const CREDENTIAL_MEDIA_TYPE = 'application/vc';

/**
 * A letter of confirmation with the signed credentials attached (PDF 2.0, 7.11.4). Every date in the file is
 * the day on which it was made, so that the same facts give the same bytes. No or too many credentials throw.
 */
export async function letterPdf(facts: LetterFacts, read: ReadAsset): Promise<Uint8Array> {
  if (facts.entries.length > MAX_LETTER_ENTRIES) throw new Error('too much for one letter');
  await loadWordsOf([facts.language], read);
  const texts = letterTexts(facts);
  const sheet = sheetOf({ size: facts.size, orientation: 'portrait' });
  const codes = facts.entries.map(({ url }) => qrCode(url));
  const [typesetter, logo] = await Promise.all([
    typesetterFor(textsToSet(texts), read),
    printedLogo(facts.logo, read),
  ]);
  try {
    const pages = letterLayout(texts, {
      sheet,
      fit: fittingWith(typesetter, texts.direction),
      palette: paletteOf(null),
      codes,
      logo,
      hasBoxes: typesetter.boxed.length > 0,
    });
    const [code] = codes;
    const [first] = facts.entries;
    if (code === undefined || first === undefined) throw new Error('a letter about nothing');
    const font = pageFont();
    const pens = { sheet, typesetter, font, code, framed: false };
    const contents = pages.map((page) => pageContent(page, pens));
    const file = await PDFDocument.create({ updateMetadata: false });
    const added = addPages(file, contents, {
      sheet,
      font,
      stationery: null,
      logo: logo === null ? null : addPicture(file.context, logo),
      address: first.url,
    });
    addStructure(file, added, facts.language);
    await attach(file, facts, texts);
    return await file.save({ useObjectStreams: true });
  } finally {
    typesetter.release();
  }
}

async function attach(file: PDFDocument, facts: LetterFacts, texts: LetterTexts): Promise<void> {
  const made = new Date(`${facts.madeOn}T00:00:00Z`);
  for (const [index, { credential }] of facts.entries.entries()) {
    await file.attach(new TextEncoder().encode(credential), `credential-${index + 1}.json`, {
      mimeType: CREDENTIAL_MEDIA_TYPE,
      afRelationship: AFRelationship.Source,
      creationDate: made,
      modificationDate: made,
    });
  }
  file.setTitle(texts.title.text, { showInWindowTitleBar: true });
  file.setLanguage(facts.language);
  file.setCreator('Laurel');
  file.setProducer('Laurel');
  file.setCreationDate(made);
  file.setModificationDate(made);
}

/** All texts, each in both weights: which fonts are read does not depend on where a text stands. */
function textsToSet(texts: LetterTexts): readonly TextToSet[] {
  const { entries, direction, notes, issuers, madeOn, title, addressee, intro, how } = texts;
  const all: readonly Said[] = [
    ...[issuers, madeOn, title, addressee, intro, how, ...notes],
    ...[texts.boxed, texts.footer, texts.page(88, 88)],
    ...entries.flatMap(({ name, demonstration, description, rows, address }) => [
      ...[name, description, address],
      ...(demonstration === null ? [] : [demonstration]),
      ...rows.flatMap(({ label, value }) => [label, value]),
    ]),
  ];
  return all.flatMap((said) => [toSet(said, 'regular', direction), toSet(said, 'bold', direction)]);
}
