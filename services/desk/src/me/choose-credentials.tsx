import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Boxes, type Option } from '../page/fields.tsx';
import { credentialSays } from './credential-says.ts';
import type { OwnCredential } from './own-credentials.ts';

/** The form's name for what `chosenCredentials` reads. */
const FIELD = 'credential';

type ChooseCredentialsProps = {
  /** What there is to choose from. */
  readonly own: readonly OwnCredential[];
  readonly chosen: readonly string[];
  readonly label: string;
  readonly mistake?: string | undefined;
  readonly reader: Reader;
};

/** Boxes beside somebody's credentials, each told from the others by language, disclosure and day. */
export function ChooseCredentials({ own, chosen, reader, ...field }: ChooseCredentialsProps) {
  return (
    <Boxes
      name={FIELD}
      kind="checkbox"
      {...field}
      values={chosen}
      options={credentialOptions(own, reader)}
    />
  );
}

/** An option for each of somebody's credentials, told from the others by language, disclosure and day. */
export function credentialOptions(
  own: readonly OwnCredential[],
  reader: Reader,
): readonly Option[] {
  const { language } = reader.messages;
  return own.map(({ credential, held: { achievement } }) => {
    const name = textIn(achievement.name, reader.languages, achievement.sourceLanguage);
    return {
      value: credential.credentialId,
      label: name.text,
      lang: name.language,
      help: [credentialSays(credential, reader), longDate(credential.signedOn, language)].join(
        ' · ',
      ),
    };
  });
}

/** The ids that a form chose, each once, in its order, whosever they are. */
export function chosenIds(form: URLSearchParams): readonly string[] {
  return [...new Set(form.getAll(FIELD))];
}

/** Those of somebody's credentials that a form chose, in the order of the form; what is not theirs is left out. */
export function chosenCredentials(
  own: readonly OwnCredential[],
  form: URLSearchParams,
): readonly OwnCredential[] {
  const byId = new Map(own.map((one) => [one.credential.credentialId, one]));
  return chosenIds(form).flatMap((id) => byId.get(id) ?? []);
}
