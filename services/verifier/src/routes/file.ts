import type { Failure } from '@laurel/core/failure';
import { type Result, refuse } from '@laurel/core/result';
import type { CredentialState } from '@laurel/core/verdict';

/** A file of a credential, which opens in the browser. The name of the file names nobody: it is the credential's id. */
export function file(
  body: BodyInit,
  contentType: string,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': contentType,
      'content-disposition': `inline; filename="laurel-${name}"`,
      vary: 'Accept',
    },
  });
}

/** The same file, saved where the address asks for it by `?download`. */
export function openedOrSaved(response: Response, request: Request): Response {
  if (new URL(request.url).searchParams.has('download')) {
    const opened = response.headers.get('content-disposition') ?? '';
    response.headers.set('content-disposition', opened.replace('inline', 'attachment'));
  }
  return response;
}

/** A withdrawn credential has no bytes left; one that was revoked since is called that first of all. */
export function gone(state: CredentialState): Result<never, Failure> {
  return refuse({ reason: state === 'revoked' ? 'credential_revoked' : 'credential_withdrawn' });
}
