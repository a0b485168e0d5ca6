import { issuerLogoPath } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { textFor } from '@laurel/pages/text';

type IssuerLogoProps = { readonly face: IssuerFace; readonly reader: Reader };

/** An issuer’s own mark, from our own origin; nothing where it has none. */
export function IssuerLogo({ face, reader }: IssuerLogoProps) {
  if (face.logo === null) return null;
  const { text } = textFor(face.names, reader);
  return (
    <img
      class="logo"
      src={issuerLogoPath(face.slug, face.logo.digest)}
      alt={reader.messages.message('issuer-logo', text)}
      width="96"
      height="96"
    />
  );
}
