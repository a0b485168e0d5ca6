import {
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';

/** What somebody does to a certificate so that it shows another name and still holds its own. */
type Forgery = (file: PDFDocument) => Promise<void> | void;

/** A picture of a name, as it is put over another. */
async function pictureOf(file: PDFDocument, text: string) {
  const canvas = createCanvas(400, 50);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, 400, 50);
  pen.fillStyle = 'black';
  pen.font = '30px serif';
  pen.fillText(text, 4, 40);
  return file.embedPng(canvas.toBuffer('image/png'));
}

/** Covers a place with a picture of a name. */
export const coveringWithAPicture: Forgery = async (file) => {
  file
    .getPage(0)
    .drawImage(await pictureOf(file, 'Kofi Mensah'), { x: 40, y: 430, width: 400, height: 50 });
};

/** Covers a place with white, and draws letters over it that are no text. */
export const coveringWithShapes: Forgery = (file) => {
  const page = file.getPage(0);
  page.drawRectangle({ x: 40, y: 430, width: 400, height: 50, color: rgb(1, 1, 1) });
  page.drawSvgPath('M0 0L0 -30M0 -15L20 -30M0 -15L20 0', { x: 44, y: 440, borderWidth: 3 });
};

/** A page that is a picture, with these lines over it in a way in which nobody sees them. */
export function hidingUnder(
  lines: readonly string[],
  how: 'undrawn' | 'white' | 'tiny' | 'transparent',
): Forgery {
  return async (file) => {
    const font = await file.embedFont(StandardFonts.Helvetica);
    const page = file.getPage(0);
    page.node.delete(PDFName.of('Contents'));
    page.drawImage(await pictureOf(file, 'Kofi Mensah'), { x: 40, y: 430 });
    if (how === 'undrawn') page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    const looks = {
      undrawn: {},
      white: { color: rgb(1, 1, 1) },
      tiny: { size: 0.5 },
      transparent: { opacity: 0 },
    }[how];
    lines.forEach((line, index) => {
      page.drawText(line, { font, size: 8, x: 40, y: 400 - 12 * index, ...looks });
    });
  };
}

/** Puts a page before the others that is a picture alone. */
export const beginningWithAPicture: Forgery = async (file) => {
  const { width, height } = file.getPage(0).getSize();
  const page = file.insertPage(0, [width, height]);
  page.drawImage(await pictureOf(file, 'Kofi Mensah'), { x: 40, y: 430 });
};

/** Lays something over the page that only readers’ programs draw, in its own looks. */
export function laying(kind: string, flags: number): Forgery {
  return async (file) => {
    const picture = await pictureOf(file, 'Kofi Mensah');
    const page: PDFPage = file.getPage(0);
    const looks = file.context.register(
      file.context.flateStream('q 400 0 0 50 0 0 cm /P Do Q', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 400, 50],
        Resources: { XObject: { P: picture.ref } },
      }),
    );
    const annotation = { Type: 'Annot', Subtype: kind, F: flags, Rect: [40, 430, 440, 480] };
    page.node.addAnnot(
      file.context.register(file.context.obj({ ...annotation, AP: { N: looks } })),
    );
  };
}

const SCRIPT = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') };

/** Entries of a catalog by which a file shows something else than its pages. */
const CHANGES = {
  layers: { OCProperties: { OCGs: [], D: { ON: [], OFF: [] } } },
  'a form in XML': { AcroForm: { Fields: [], XFA: PDFString.of('<xdp:xdp/>') } },
  'a script that runs when it is opened': { OpenAction: SCRIPT },
  'an action after another': { OpenAction: { S: 'GoTo', D: [], Next: SCRIPT } },
  'an action when it is printed': { AA: { WP: SCRIPT } },
  'other files in place of its pages': { Collection: { View: 'T' } },
} as const;
export const CHANGED_BY = Object.keys(CHANGES) as readonly (keyof typeof CHANGES)[];

/** Has the file show something else than its pages. */
export function changing(how: keyof typeof CHANGES): Forgery {
  return ({ context, catalog }) => {
    for (const [name, value] of Object.entries(CHANGES[how])) {
      const entry: PDFObject = context.obj(value);
      catalog.set(PDFName.of(name), entry);
    }
  };
}
