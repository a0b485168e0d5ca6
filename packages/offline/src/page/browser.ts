/** An element, as far as the page uses it. The types of Workers, which rule here, know no document. */
export type PageElement = {
  innerHTML: string;
  lang: string;
  dir: string;
  hidden: boolean;
  readonly content: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly value: string;
  readonly files: Iterable<File> | null;
  focus(): void;
  closest(selector: string): PageElement | null;
};

/** What happened, as far as the page looks at it. */
export type PageEvent = {
  readonly target: PageElement;
  readonly dataTransfer?: { readonly files: Iterable<File> } | null;
  preventDefault(): void;
};

type PageDocument = {
  title: string;
  readonly documentElement: PageElement;
  querySelector(selector: string): PageElement | null;
  addEventListener(kind: string, listener: (event: PageEvent) => void): void;
};

declare const document: PageDocument;
declare const navigator: { readonly languages: readonly string[] };
declare const isSecureContext: boolean;

/** The document of the page. */
export const page: PageDocument = document;

/** The reader's languages, the one they like best first. */
export const readersLanguages: readonly string[] = navigator.languages;

/** False where others on the network could have changed the page: a browser holds much back there. */
export const isSecure: boolean = isSecureContext;

/** The element that the page is known to have. */
export function element(selector: string): PageElement {
  const found = page.querySelector(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}
