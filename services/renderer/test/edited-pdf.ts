import {
  AFRelationship,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';

/** What somebody does to a PDF with a program that is not ours. */
type Edit = (file: PDFDocument) => Promise<void> | void;

/** Opens a PDF, edits it and saves it anew: no byte stays where it was. */
export async function edited(
  pdf: Uint8Array,
  ...edits: readonly Edit[]
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.load(pdf);
  for (const edit of edits) await edit(file);
  return new Uint8Array(await file.save({ useObjectStreams: false }));
}

/** Removes every file that is attached. */
export const withoutFiles: Edit = ({ catalog }) => {
  catalog.delete(PDFName.of('AF'));
  catalog.lookup(PDFName.of('Names'), PDFDict).delete(PDFName.of('EmbeddedFiles'));
};

/** Attaches a file. */
export function attaching(text: string, name: string, mimeType: string): Edit {
  return async (file) => {
    await file.attach(new TextEncoder().encode(text), name, {
      mimeType,
      afRelationship: AFRelationship.Source,
    });
  };
}

/** Draws the first page anew with these lines, in a font of another program. */
export function redrawing(lines: readonly string[]): Edit {
  return async (file) => {
    const font = await file.embedFont(StandardFonts.Helvetica);
    const page = file.getPage(0);
    page.node.delete(PDFName.of('Contents'));
    const { height } = page.getSize();
    const leading = Math.min(12, (height - 60) / lines.length);
    lines.forEach((line, index) => {
      page.drawText(line, { font, size: 8, x: 40, y: height - 35 - leading * index });
    });
  };
}

/** Covers a place with white and writes over it. */
export function writingOver(text: string): Edit {
  return async (file) => {
    const font = await file.embedFont(StandardFonts.TimesRoman);
    const page = file.getPage(0);
    page.drawRectangle({ x: 40, y: 430, width: 400, height: 50, color: rgb(1, 1, 1) });
    page.drawText(text, { font, size: 30, x: 44, y: 440 });
  };
}

/** Puts a note over the page, as viewers let their readers do. */
export const puttingANoteOver: Edit = (file) => {
  const note = file.context.obj({
    Type: 'Annot',
    Subtype: 'FreeText',
    Rect: [40, 430, 440, 480],
    Contents: PDFString.of('Kofi Mensah'),
  });
  file.getPage(0).node.addAnnot(file.context.register(note));
};
