/** Where a login leads that was not asked to lead anywhere. */
export const DEFAULT_RETURN_PATH = '/me';

/**
 * The pages that a login may lead to, letter by letter: no scheme, host, backslash, percent sign, dot or
 * second slash in a row can be written in it, so that no reader of addresses takes it for another site.
 */
const RETURN_PATH =
  /^\/(?:me|desk|(?:me|desk|claim|confirm)(?:\/[A-Za-z0-9_-]{1,64}){1,6})(?:\?uselang=[A-Za-z-]{2,20})?$/;

/** The path to go to after a login: the wanted one where it is a page of ours that needs a login. */
export function returnPathOf(wanted: string | undefined): string {
  return wanted !== undefined && RETURN_PATH.test(wanted) ? wanted : DEFAULT_RETURN_PATH;
}
