const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(?:[/?#]|$)/;

/**
 * True for what names a document on the web: https, and plain http on this machine, for which there are no
 * certificates. Whether that may be asked at all is for whoever retrieves to decide.
 */
export function isWebAddress(name: string): boolean {
  return name.startsWith('https://') || LOOPBACK.test(name);
}
