/** WOFF2 (W3C) to the font that it holds. */
declare module 'wawoff2' {
  export function decompress(bytes: Uint8Array): Promise<Uint8Array>;
  export default { decompress };
}
