import { CONTEXTS } from './contexts.ts';

export type RemoteDocument = {
  readonly documentUrl: string;
  readonly document: object;
  readonly contextUrl: null;
};

export type DocumentLoader = (url: string) => Promise<RemoteDocument>;

/** Serves the contexts that we sign under. Throws for everything else. */
export const ourContexts: DocumentLoader = async (url) => {
  const document = CONTEXTS.get(url);
  if (document === undefined) throw new Error(`no such document here: ${url}`);
  return { documentUrl: url, document, contextUrl: null };
};
