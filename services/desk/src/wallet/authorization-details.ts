import * as z from 'zod';
import { formatOf } from './formats.ts';
import { DETAILS_TYPE } from './metadata.ts';

const Details = z
  .array(
    z.looseObject({
      type: z.literal(DETAILS_TYPE),
      credential_configuration_id: z.string().refine((id) => formatOf(id) !== null),
    }),
  )
  .nonempty();

/**
 * What a wallet wants to be allowed to ask for (OpenID4VCI 1.0, Section 6.1.1), as it is told what it may (Section 6.2):
 * there is one credential, which the form's identifier names. Null for what is not offered or cannot be read.
 */
export function detailsGranted(written: string) {
  const read = Details.safeParse(jsonOf(written));
  if (!read.success) return null;
  return read.data.map(({ credential_configuration_id: id }) => ({
    type: DETAILS_TYPE,
    credential_configuration_id: id,
    credential_identifiers: [id],
  }));
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
