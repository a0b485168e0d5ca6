import { InvitationRequest, MAX_INVITATION_LENGTH } from '@laurel/contracts/invitation-request';
import { MAX_LANGUAGES } from '@laurel/contracts/issuer-requests';
import { readInvitationLink } from '@laurel/core/invitation-link';
import { readLanguageTag } from '@laurel/core/language-tag';
import { proseOf } from '@laurel/core/prose';
import type { Reader } from '@laurel/http/reader';
import type { Mistakes } from '../page/fields.tsx';
import type { Invitation } from './invitation.ts';

/** A text in one language, as it stands in a form. */
export type InvitationRow = { readonly language: string; readonly text: string };

/** The form as it was typed. */
export type TypedInvitation = {
  readonly rows: readonly InvitationRow[];
  readonly url: string;
  readonly leadsTo: string;
};

/** A form that was sent; what was typed is kept as it is. */
export function typedInvitation(form: FormData): TypedInvitation {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const rows: InvitationRow[] = [];
  for (let at = 1; at <= MAX_LANGUAGES && form.has(`language_${at}`); at += 1) {
    rows.push({ language: field(`language_${at}`), text: field(`text_${at}`) });
  }
  return { rows, url: field('url'), leadsTo: field('leads_to') };
}

/** The form that a page begins with: what is set, or an empty row in the reader's language. */
export function formOf(invitation: Invitation | null, language: string): TypedInvitation {
  if (invitation === null) return { rows: [{ language, text: '' }], url: '', leadsTo: '' };
  const { texts, url, leadsTo } = invitation;
  const rows = Object.entries(texts).map(([tag, text]) => ({ language: tag, text }));
  return { rows, url: url ?? '', leadsTo: leadsTo ?? '' };
}

/** The same form with one more row, if there is room. */
export function withAnotherRow({ rows, ...rest }: TypedInvitation): TypedInvitation {
  const more = rows.length < MAX_LANGUAGES ? [{ language: '', text: '' }] : [];
  return { rows: [...rows, ...more], ...rest };
}

/** What the form asks for, or what is wrong with its fields. A row without a text is none. */
export function invitationOf(
  { rows, url, leadsTo }: TypedInvitation,
  { messages: { message } }: Reader,
): InvitationRequest | Mistakes {
  const texts = new Map<string, string>();
  const mistakes = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const text = proseOf(row.text);
    if (text === '') continue;
    const language = readLanguageTag(row.language);
    if (language === null) mistakes.set(`language_${index + 1}`, message('texts-mistake-language'));
    else if (texts.has(language)) {
      mistakes.set(`language_${index + 1}`, message('texts-mistake-twice'));
    } else texts.set(language, text);
    if (text.length > MAX_INVITATION_LENGTH) {
      mistakes.set(`text_${index + 1}`, message('report-words-long', MAX_INVITATION_LENGTH));
    }
  }
  if (texts.size === 0 && mistakes.size === 0)
    mistakes.set('text_1', message('invitation-text-missing'));
  if (url !== '' && readInvitationLink(url) === null)
    mistakes.set('url', message('invitation-url-wrong'));
  else if (url !== '' && leadsTo !== '') mistakes.set('leads_to', message('invitation-one-way'));
  if (mistakes.size > 0) return mistakes;
  return InvitationRequest.parse({
    texts: Object.fromEntries(texts),
    url: url === '' ? null : url,
    leadsTo: leadsTo === '' ? null : leadsTo,
  });
}
