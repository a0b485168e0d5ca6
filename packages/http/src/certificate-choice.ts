import type { Failure, Issue } from '@laurel/core/failure';
import type { LanguageTag } from '@laurel/core/language';
import { ORIENTATIONS, PAPER_SIZES, type Paper } from '@laurel/core/paper';
import { ok, type Result, refuse } from '@laurel/core/result';

/** What a certificate is asked for as: on which paper, and beside which second language, if any. */
export type CertificateChoice = { readonly paper: Paper; readonly second: LanguageTag | null };

/** The names under which addresses and forms have it. */
export const CERTIFICATE_PARAMETERS = ['paper', 'orientation', 'with'] as const;

/** What an address or a form is asked for its fields. */
type Given = { readonly get: (name: string) => unknown };

/**
 * What an address asks for by `paper`, `orientation` and `with`, on A4 in landscape and in one language
 * where it says nothing; refused with what is offered for a value that is none.
 */
export function readCertificateChoice(
  given: Given,
  languages: readonly LanguageTag[],
): Result<CertificateChoice, Failure> {
  const issues: Issue[] = [];
  const chosen = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const asked = given.get(name);
    if (typeof asked !== 'string' || asked === '') return null;
    const value = values.find((one) => one === asked);
    if (value === undefined) issues.push({ pointer: '', detail: offered(name, values) });
    return value ?? null;
  };
  const size = chosen('paper', PAPER_SIZES) ?? 'a4';
  const orientation = chosen('orientation', ORIENTATIONS) ?? 'landscape';
  const second = chosen('with', languages);
  return issues.length > 0
    ? refuse({ reason: 'request_invalid', issues })
    : ok({ paper: { size, orientation }, second });
}

/** The choice as an address tells it, without a question mark. */
export function certificateQuery({ paper, second }: CertificateChoice): string {
  return new URLSearchParams({
    paper: paper.size,
    orientation: paper.orientation,
    ...(second === null ? {} : { with: second }),
  }).toString();
}

function offered(name: string, values: readonly string[]): string {
  if (values.length === 0)
    return `The parameter “${name}” is left out: there is nothing to choose.`;
  return `The parameter “${name}” is one of these, or left out: ${values.join(', ')}.`;
}
