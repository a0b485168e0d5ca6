import { PDFDocument, Stream } from '../../generated/pdf-reader.js';

class Encrypted extends Error {}

/** A file that is open, or why it cannot be opened. Throws where fuel runs out. */
export function openFile(bytes: Uint8Array): PDFDocument | 'encrypted' | 'damaged' {
  // pdf.js reads the whole of a buffer, of which this may be a part.
  const document: PDFDocument = new PDFDocument(
    managerOf(() => document),
    new Stream(new Uint8Array(bytes)),
  );
  document.checkHeader();
  for (const recovering of [false, true]) {
    try {
      document.parseStartXRef();
      document.parse(recovering);
      return document;
    } catch (fault) {
      if (fault instanceof Encrypted) return 'encrypted';
    }
  }
  return 'damaged';
}

/** Where pdf.js asks for what may still be on its way, all of it is there. */
function managerOf(document: () => PDFDocument) {
  const ensure = async (of: object, name: string, parameters: readonly unknown[] = []) => {
    const value: unknown = Reflect.get(of, name);
    return typeof value === 'function' ? value.apply(of, parameters) : value;
  };
  return {
    docId: 'file',
    evaluatorOptions: { ignoreErrors: true } as const,
    Encrypted,
    ensure,
    // Asked for only where fuel ran out, which pdf.js takes for data that is missing.
    requestRange: () => Promise.reject(new Error('there is no more')),
    ensureCatalog: (name: string) => ensure(document().catalog, name),
  };
}
