/** WOFF2 (W3C) to the font that it holds. */
declare module 'wawoff2' {
  export function decompress(bytes: Uint8Array): Promise<Uint8Array>;
  export default { decompress };
}

/** A part of a font (HarfBuzz’s subsetter), as WOFF2. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'woff2'; readonly noHinting: boolean },
  ): Promise<Uint8Array>;
}
