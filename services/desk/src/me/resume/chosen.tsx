import { ADDRESSEE_FIELD, linesField, type TypedResume, titleField } from './typed-resume.ts';

type ChosenProps = { readonly resume: TypedResume };

/** What a form carries on of what was chosen. */
export function Chosen({ resume: { entries, language } }: ChosenProps) {
  return (
    <>
      <input type="hidden" name="language" value={language} />
      {entries.map(({ entry }) => (
        <input type="hidden" name="credential" value={entry.id} />
      ))}
    </>
  );
}

/** The same with what was typed. */
export function ChosenAndTyped({ resume }: ChosenProps) {
  return (
    <>
      <Chosen resume={resume} />
      {resume.entries.map(({ entry, title, lines }) => (
        <>
          <input type="hidden" name={titleField(entry.id)} value={title} />
          <input type="hidden" name={linesField(entry.id)} value={lines.join('\n')} />
        </>
      ))}
      <input type="hidden" name={ADDRESSEE_FIELD} value={resume.addressee} />
    </>
  );
}
