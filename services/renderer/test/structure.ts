import './opened-pdf.ts';

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** A text as somebody has it read out. */
export type ReadText = {
  readonly role: string;
  /** Null where it is the document's. */
  readonly language: string | null;
  readonly text: string;
};

type Node = {
  readonly role?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
};

/** The texts of a file in the order of its structure, page by page. */
export async function readTexts(bytes: Uint8Array): Promise<readonly ReadText[]> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await loading.promise;
  const read: ReadText[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
    const texts = new Map<string, string>();
    let mark: string | null = null;
    for (const item of items) {
      if ('str' in item) {
        const key: string = mark ?? 'unmarked';
        texts.set(key, `${texts.get(key) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type === 'beginMarkedContentProps') mark = item.id;
      else if (item.type === 'endMarkedContent') mark = null;
    }
    const tree: Node | null = await page.getStructTree();
    const walk = (node: Node, role: string, language: string | null): void => {
      if (node.type === 'content') {
        read.push({ role, language, text: (texts.get(node.id ?? '') ?? '').trim() });
      }
      for (const child of node.children ?? []) {
        walk(child, node.role ?? role, node.lang ?? language);
      }
    };
    if (tree !== null) walk(tree, '', null);
    const unmarked = texts.get('unmarked') ?? '';
    if (unmarked.trim() !== '') read.push({ role: 'unmarked', language: null, text: unmarked });
  }
  await loading.destroy();
  return read;
}
