import { ApplicationRequest } from '@laurel/contracts/issuer-requests';
import type { Failure } from '@laurel/core/failure';
import { slugMistake } from '@laurel/core/issuer-slug';
import type { Reader } from '@laurel/http/reader';
import type { Mistakes } from '../page/fields.tsx';
import { sayRowMistakes } from '../texts/text-fields.tsx';
import { rowsOfForm, rowsOfTexts, type TextRow, textsOfRows } from '../texts/text-rows.ts';
import type { Application } from './own-applications.ts';

/** What the form for applying has, as it was sent. */
export type ApplicationFields = {
  readonly rows: readonly TextRow[];
  readonly slug: string;
  readonly proof: string;
  readonly contact1: string;
  readonly contact2: string;
};

/** What the form begins with: the applicant is the first to turn to. */
export function emptyFields(applicant: string, language: string): ApplicationFields {
  const rows = rowsOfTexts({ names: {}, descriptions: {} }, language);
  return { rows, slug: '', proof: '', contact1: applicant, contact2: '' };
}

/** The same for applying again: what was written before need not be typed twice on a phone. */
export function fieldsOfApplication(before: Application, language: string): ApplicationFields {
  const [contact1, contact2] = before.contacts;
  return {
    rows: rowsOfTexts(before, language),
    slug: before.slug,
    proof: before.proofUrl,
    contact1: contact1?.username ?? '',
    contact2: contact2?.username ?? '',
  };
}

/** The fields of a form that was sent. */
export function applicationFieldsOf(form: FormData): ApplicationFields {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    rows: rowsOfForm(form),
    slug: text('slug'),
    proof: text('proof'),
    contact1: text('contact1'),
    contact2: text('contact2'),
  };
}

/** What the fields ask for, or what is wrong with each. */
export function requestOfFields(
  fields: ApplicationFields,
  reader: Reader,
): ApplicationRequest | Mistakes {
  const { texts, mistakes } = textsOfRows(fields.rows);
  const parsed = ApplicationRequest.safeParse({
    slug: fields.slug,
    ...texts,
    proof: fields.proof,
    contacts: [fields.contact1, fields.contact2],
  });
  if (parsed.success && mistakes.length === 0) return parsed.data;
  const pointers = (parsed.error?.issues ?? []).map(({ path }) => path.join('/'));
  return new Map([...sayRowMistakes(mistakes, reader), ...sayOf(pointers, fields.slug, reader)]);
}

/** The same of a refusal that is about one field; null for one that is about none. */
export function mistakesOfRefusal(failure: Failure, reader: Reader): Mistakes | null {
  const { message } = reader.messages;
  if (failure.reason === 'slug_taken') return new Map([['slug', message('apply-mistake-taken')]]);
  if (failure.reason !== 'request_invalid') return null;
  return new Map(
    sayOf(
      failure.issues.map(({ pointer }) => pointer.slice(1)),
      '',
      reader,
    ),
  );
}

function sayOf(
  pointers: readonly string[],
  slug: string,
  { messages: { message } }: Reader,
): readonly (readonly [string, string])[] {
  return pointers.flatMap((pointer): readonly (readonly [string, string])[] => {
    if (pointer === 'slug') {
      return [['slug', message(`apply-mistake-${slugMistake(slug) ?? 'shape'}`)]];
    }
    if (pointer === 'proof') return [['proof', message('apply-mistake-proof')]];
    if (pointer.startsWith('contacts')) {
      const field = pointer === 'contacts/1' ? 'contact2' : 'contact1';
      return [[field, message('apply-mistake-contact')]];
    }
    return [];
  });
}
