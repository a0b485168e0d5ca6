import type { Reader } from '@laurel/http/reader';
import { letterMessagesFor } from '@laurel/i18n/letter-messages';
import { linkTo } from '@laurel/pages/link';
import { FRAMEWORKS } from '../../tables.ts';
import { languageName } from '../language-name.ts';
import { mixesDisclosures } from '../mixes-disclosures.ts';
import { RESUME_PATH } from './choose-page.tsx';
import { ChosenAndTyped } from './chosen.tsx';
import { linkedInAddress } from './linked-in.ts';
import { plainText } from './plain-text.ts';
import { ResumeSheet } from './resume-sheet.tsx';
import type { TypedResume } from './typed-resume.ts';
import { Written } from './written.tsx';

/** What a résumé can be taken away as, that which most people want first. */
const FILES = ['letter', 'text', 'json', 'page'] as const;

type PreviewPageProps = {
  readonly resume: TypedResume;
  readonly reader: Reader;
};

/** A résumé before it is taken away, and the ways to do that. */
export function PreviewPage({ resume, reader }: PreviewPageProps) {
  const { message } = reader.messages;
  const links = resume.entries.map(({ entry }) => entry.own.credential.visible);
  const allOn = links.every((visible) => visible);
  return (
    <>
      <h1>{message('resume-preview-title')}</h1>
      <WordsNote language={resume.language} reader={reader} />
      <ResumeSheet resume={resume} />
      {resume.entries.some(({ entry }) => entry.skills.length > 0) &&
        FRAMEWORKS.map(({ attribution }) => (
          <p class="quiet small" lang="en" dir="ltr">
            {attribution}
          </p>
        ))}
      <form method="post" action={linkTo(RESUME_PATH, reader)}>
        <ChosenAndTyped resume={resume} />
        <h2>{message('resume-take')}</h2>
        {!allOn && <p class="note">{message('resume-switches-on')}</p>}
        {mixesDisclosures(resume.entries.map(({ entry }) => entry.own)) && (
          <p class="note">{message('resume-ties-together')}</p>
        )}
        <div class="actions">
          {FILES.map((file) => (
            <button type="submit" name="as" value={file} class={file === 'letter' ? '' : 'quieter'}>
              {message(`resume-as-${file}`)}
            </button>
          ))}
          {!allOn && (
            <button type="submit" name="as" value="share" class="quieter">
              {message('resume-as-share')}
            </button>
          )}
        </div>
        <p class="quiet small">{message('resume-letter-means')}</p>
        <div>
          <button type="submit" name="as" value="edit" class="quieter">
            {message('resume-edit-again')}
          </button>
        </div>
      </form>
      {allOn && <ToCopy resume={resume} reader={reader} />}
      <LinkedIn resume={resume} reader={reader} />
    </>
  );
}

/** Whoever sends it on should know what nobody has read in its language. */
function WordsNote({ language, reader }: { readonly language: string; readonly reader: Reader }) {
  const { message } = reader.messages;
  const words = letterMessagesFor(language);
  const name = languageName(language, false, reader.messages);
  if (language.split('-')[0] !== words.language) {
    return <p class="note">{message('resume-words-in-english', name)}</p>;
  }
  return words.draft ? <p class="note">{message('resume-words-draft', name)}</p> : null;
}

function ToCopy({ resume, reader }: PreviewPageProps) {
  return (
    <div>
      <label for="resume-text">{reader.messages.message('resume-copy')}</label>
      <textarea id="resume-text" readonly rows={10} dir="auto" lang={resume.language}>
        {plainText(resume)}
      </textarea>
    </div>
  );
}

function LinkedIn({ resume, reader }: PreviewPageProps) {
  const { message } = reader.messages;
  const offered = resume.entries.flatMap(({ entry }) => {
    const address = linkedInAddress(entry);
    return address === null ? [] : [{ entry, address }];
  });
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="linkedin">
      <h2 id="linkedin">{message('resume-linkedin')}</h2>
      <p>{message('resume-linkedin-means')}</p>
      <ul class="plain">
        {offered.map(({ entry, address }) => (
          <li>
            <a href={address} rel="noreferrer" class="step">
              {message('resume-linkedin-add')} <Written text={entry.texts.achievementName} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
