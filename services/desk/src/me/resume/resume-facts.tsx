import type { Reader } from '@laurel/http/reader';
import type { ResumeEntry } from './resume-entry.ts';
import { factWords } from './resume-words.ts';
import { Written } from './written.tsx';

type ResumeFactsProps = { readonly entry: ResumeEntry; readonly reader: Reader };

/** What is signed and cannot be typed: by whom, when, how long. */
export function ResumeFacts({ entry, reader }: ResumeFactsProps) {
  return (
    <p class="quiet">
      <Written text={entry.texts.issuerName} />
      {factWords(entry, reader.messages.language).map((words) => (
        <>
          {' · '}
          <bdi>{words}</bdi>
        </>
      ))}
    </p>
  );
}
