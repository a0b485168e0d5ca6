const DESK_PATHS = [
  '/desk',
  '/me',
  '/claim',
  '/confirm',
  '/login',
  '/api/v1',
  '/vc-api/credentials/issue',
  '/vc-api/credentials/status',
  '/calendar',
  '/wallet',
  '/.well-known/openid-credential-issuer',
  '/.well-known/oauth-authorization-server',
  '/.well-known/openid-configuration',
] as const;

/** Whole segments only: `/menu` is not `/me`. Everything that is not the desk's is the verifier's. */
export function isForDesk(pathname: string): boolean {
  return DESK_PATHS.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}
