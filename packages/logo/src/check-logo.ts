import { LOGO_TYPES, type LogoType } from '@laurel/core/issuer';
import type { LogoFault } from '@laurel/core/logo-fault';
import { ok, type Result, refuse } from '@laurel/core/result';
import { checkPng } from './check-png.ts';
import { checkSvg } from './check-svg.ts';
import { MAX_LOGO_BYTES } from './limits.ts';
import { logoTypeOf } from './logo-type.ts';

/** A picture that may be served to anybody: checked, and of nothing but what is seen. */
export type CheckedLogo = { readonly type: LogoType; readonly bytes: Uint8Array };

/**
 * Checks a file that is to be an issuer's logo. What it is, its bytes say; a declared media type that
 * says something else is refused, and one that says nothing (such as `application/octet-stream`) is not.
 */
export async function checkLogo(
  bytes: Uint8Array,
  declaredType: string,
): Promise<Result<CheckedLogo, LogoFault>> {
  if (bytes.length > MAX_LOGO_BYTES) return refuse({ fault: 'too_large' });
  const type = logoTypeOf(bytes);
  if (type === null) return refuse({ fault: 'no_image' });
  if (LOGO_TYPES.some((other) => other === declaredType && other !== type)) {
    return refuse({ fault: 'disguised', found: type });
  }
  const checked = type === 'image/png' ? await checkPng(bytes) : checkSvg(bytes);
  if (!checked.ok) return checked;
  // Written anew, a drawing can be a little longer.
  if (checked.value.length > MAX_LOGO_BYTES) return refuse({ fault: 'too_large' });
  return ok({ type, bytes: checked.value });
}
