import { directionOf } from '@laurel/core/language';
import { letterMessagesFor } from '@laurel/i18n/letter-messages';
import { factWords } from './resume-words.ts';
import { frameworkOf, type SkillGroup } from './skill-groups.ts';
import type { TypedEntry, TypedResume } from './typed-resume.ts';
import { Written } from './written.tsx';

/** A résumé as it is read: each line ends in the address that verifies it. */
export function ResumeSheet({ resume }: { readonly resume: TypedResume }) {
  return (
    <>
      {resume.entries.map((one) => (
        <SheetEntry one={one} language={resume.language} />
      ))}
    </>
  );
}

type SheetEntryProps = { readonly one: TypedEntry; readonly language: string };

function SheetEntry({ one, language }: SheetEntryProps) {
  const { entry, title, lines } = one;
  const messages = letterMessagesFor(language);
  const named = entry.skills.filter(({ name }) => name !== null);
  return (
    <section lang={language} dir={directionOf(language)}>
      <h2 dir="auto">{title}</h2>
      <p class="quiet">
        <Written text={entry.texts.issuerName} />
        {factWords(entry, language).map((words) => (
          <>
            {' · '}
            <bdi lang={messages.language}>{words}</bdi>
          </>
        ))}{' '}
        <Address url={entry.url} />
      </p>
      <ul>
        {lines.map((line) => (
          <li>
            <bdi dir="auto">{line}</bdi> <Address url={entry.url} />
          </li>
        ))}
      </ul>
      {entry.skills.length > 0 && (
        <>
          <h3 lang={messages.language} dir={messages.direction}>
            {messages.message('resume-skills')}
          </h3>
          <ul>
            {[...named, ...entry.skills.filter(({ name }) => name === null)].map((group) => (
              <Skill group={group} url={entry.url} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Skill({ group, url }: { readonly group: SkillGroup; readonly url: string }) {
  return (
    <li>
      <bdi dir="auto">
        {group.name}
        {group.alignments.map((alignment, index) => (
          <>
            {index === 0 ? (group.name === null ? '' : ': ') : ', '}
            <a href={alignment.targetUrl} rel="noreferrer" lang="en" dir="ltr">
              {alignment.targetName}
            </a>
            {frameworkOf(alignment) !== null && ` (${frameworkOf(alignment)})`}
          </>
        ))}
      </bdi>{' '}
      <Address url={url} />
    </li>
  );
}

/** Without the scheme, which nobody types. */
function Address({ url }: { readonly url: string }) {
  return (
    <a href={url} class="small" dir="ltr">
      {url.replace(/^https?:\/\//, '')}
    </a>
  );
}
