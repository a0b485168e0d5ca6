import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { MistakeList, TextArea, TextField } from '../../page/fields.tsx';
import { languageName } from '../language-name.ts';
import { RESUME_PATH } from './choose-page.tsx';
import { Chosen } from './chosen.tsx';
import { ResumeFacts } from './resume-facts.tsx';
import {
  ADDRESSEE_FIELD,
  linesField,
  type ResumeMistakes,
  type TypedEntry,
  type TypedResume,
  titleField,
} from './typed-resume.ts';
import { Written } from './written.tsx';

type EditPageProps = {
  readonly resume: TypedResume;
  readonly typedAddressee: string;
  readonly mistakes: ResumeMistakes;
  readonly reader: Reader;
};

/** A résumé to be put into one's own words. */
export function EditPage({ resume, typedAddressee, mistakes, reader }: EditPageProps) {
  const { message } = reader.messages;
  const said = new Map([...mistakes].map(([name, [key, most]]) => [name, message(key, most)]));
  return (
    <>
      <p class="over">
        <a href={linkTo(RESUME_PATH, reader)}>{message('resume-title')}</a>
      </p>
      <h1>{message('resume-edit-title')}</h1>
      <p>{message('resume-edit-lead')}</p>
      <p class="note">{message('resume-not-kept')}</p>
      <MistakeList title={message('resume-mistakes')} mistakes={[...said]} />
      <form method="post" action={linkTo(RESUME_PATH, reader)}>
        <Chosen resume={resume} />
        {resume.entries.map((one) => (
          <EntryFields one={one} language={resume.language} mistakes={said} reader={reader} />
        ))}
        <TextField
          name={ADDRESSEE_FIELD}
          label={message('resume-addressee')}
          help={message('resume-addressee-means')}
          value={typedAddressee}
          mistake={said.get(ADDRESSEE_FIELD)}
          autocomplete="off"
        />
        <div>
          <button type="submit" name="as" value="preview">
            {message('resume-preview')}
          </button>
        </div>
      </form>
    </>
  );
}

type EntryFieldsProps = {
  readonly one: TypedEntry;
  readonly language: string;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly reader: Reader;
};

function EntryFields({ one, language, mistakes, reader }: EntryFieldsProps) {
  const { message } = reader.messages;
  const { entry, typed } = one;
  const heading = `resume-${entry.id}`;
  const texts = [entry.texts.achievementName, entry.headline, ...entry.statements];
  const elsewhere = texts.find((text) => text.language !== language);
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>
        <Written text={entry.texts.achievementName} />
      </h2>
      <ResumeFacts entry={entry} reader={reader} />
      {elsewhere !== undefined && (
        <p class="note">
          {message(
            'resume-not-in-language',
            languageName(language, false, reader.messages),
            languageName(elsewhere.language, false, reader.messages),
          )}
        </p>
      )}
      <TextField
        name={titleField(entry.id)}
        label={message('resume-entry-title')}
        value={typed.title}
        mistake={mistakes.get(titleField(entry.id))}
        lang={entry.headline.language}
      />
      <TextArea
        name={linesField(entry.id)}
        label={message('resume-entry-lines')}
        help={message('resume-entry-lines-means')}
        value={typed.lines}
        mistake={mistakes.get(linesField(entry.id))}
        lang={entry.statements[0]?.language ?? language}
      />
    </section>
  );
}
