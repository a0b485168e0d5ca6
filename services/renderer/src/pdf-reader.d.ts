/** What is used of pdf.js, as `scripts/prepare-pdf-reader.ts` cuts it out. */
declare module '*/generated/pdf-reader.js' {
  /** Gives fuel for work, and room for what is unpacked. Whatever needs more of either throws. */
  export function refuel(units: number, bytes: number): void;
  /** What ran out since then; null where neither did. */
  export function spent(): 'fuel' | 'room' | null;

  /** Numbers of the operators of a page, by their names. */
  export const OPS: Readonly<Record<string, number>>;
  /** What text is drawn with. Who watches may keep something of their own in it, which is saved and restored. */
  export type TextState = {
    readonly ctm: ArrayLike<number>;
    readonly textMatrix: ArrayLike<number>;
    readonly fontSize: number;
    unseen?: Readonly<Record<string, boolean>>;
  };
  export type Watcher = {
    operator(fn: number, args: readonly unknown[] | null, state: TextState): void;
    /** A picture, or a part without text. */
    drawn(): void;
    /** A dictionary of parameters was set (PDF 2.0, 8.4.5). */
    graphics(parameters: Dict, state: TextState): void;
  };
  /** Tells what pages draw while their text is read; null for nobody. */
  export function watch(watcher: Watcher | null): void;
  export const Util: {
    transform(one: ArrayLike<number>, other: ArrayLike<number>): readonly number[];
  };

  export class BaseStream {
    readonly dict: Dict | undefined;
    /** At most so many of the next bytes; none at the end. */
    getBytes(length: number): Uint8Array;
  }
  export class Stream extends BaseStream {
    constructor(bytes: Uint8Array);
  }
  export class Name {
    readonly name: string;
  }
  export class Ref {
    toString(): string;
  }
  export class Dict {
    /** The first of the names that it has, followed where it is a reference. */
    get(...names: readonly string[]): unknown;
    getRaw(name: string): unknown;
  }
  export class NameTree {
    constructor(root: unknown, xref: XRef);
    getAll(isRaw?: boolean): Map<unknown, unknown>;
  }
  export class FileSpec {
    constructor(root: Dict, skipContent: boolean);
    readonly filename: string;
  }
  type XRef = {
    readonly root: Dict;
    readonly trailer: Dict;
    fetchIfRef(object: unknown): unknown;
  };
  type TextItem = { readonly str?: string; readonly hasEOL?: boolean };
  type Sink = {
    readonly ready: true;
    readonly desiredSize: number;
    enqueue(chunk: { readonly items: readonly TextItem[] }): void;
  };
  type Page = {
    readonly pageDict: Dict;
    extractTextContent(how: {
      readonly handler: null;
      readonly task: { ensureNotTerminated(): void };
      readonly includeMarkedContent: false;
      readonly disableNormalization: true;
      readonly sink: Sink;
    }): Promise<void>;
  };
  type Manager = {
    readonly docId: string;
    readonly evaluatorOptions: { readonly ignoreErrors: true };
    readonly Encrypted: new () => Error;
    ensure(of: object, name: string, parameters?: readonly unknown[]): Promise<unknown>;
    requestRange(begin: number, end: number): Promise<never>;
    ensureCatalog(name: string): Promise<unknown>;
  };
  export class PDFDocument {
    constructor(manager: Manager, stream: Stream);
    readonly catalog: { readonly lang: string | null };
    readonly xref: XRef;
    readonly numPages: number;
    checkHeader(): void;
    parseStartXRef(): void;
    parse(recovering: boolean): void;
    getPage(index: number): Promise<Page>;
  }
  /** Text of a PDF, which is in one of three encodings, as a string. */
  export function stringToPDFString(text: string): string;
  /** These two forget what is remembered from one file to the next. */
  export function clearPrimitiveCaches(): void;
  export function clearUnicodeCaches(): void;
}
