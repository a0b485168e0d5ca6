/**
 * Stands in for `fontkit` in the bundle, which the PDF engine opens fonts with. What it draws here has no
 * text, and fontkit with its tables is a sixth of all that the Worker would be.
 */
export function create(): never {
  throw new Error('the PDF engine draws no text here');
}
