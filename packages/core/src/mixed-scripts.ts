/** Scripts whose letters look like those of another one (Unicode Technical Standard #39, section 5). */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
] as const;

/**
 * True where one word of a name has letters of two scripts that can be taken for each other, so that
 * the name may be another than it seems. Words of one script beside words of another are common.
 */
export function hasMixedScripts(name: string): boolean {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => ALIKE.filter((script) => script.test(word)).length > 1);
}
