import { MAX_ALIGNMENTS } from '@laurel/contracts/achievement-facts';
import type { Achievement } from '@laurel/core/achievement';
import { type Fields, paragraph, typedIn } from './form-fields.ts';

/** Empty rows at the end of the list, to go on writing in. */
const SPARE_ROWS = 2;

/** How many rows of alignments the form has. */
export function alignmentRows({ alignments }: Achievement, fields: Fields): number {
  const typed = typedAlignments(fields).map(({ row }) => row + 1);
  return Math.max(...typed, Math.min(alignments.length + SPARE_ROWS, MAX_ALIGNMENTS));
}

/** Skills one a line, and alignments row by row, as a form begins with them. */
export function skillFields({ skills, alignments }: Achievement): Fields {
  return new Map([
    ['skills', [skills.join('\n')]],
    ...alignments.flatMap(
      ({ targetName, targetUrl }, at) =>
        [
          [`targetName-${at}`, [targetName]],
          [`targetUrl-${at}`, [targetUrl]],
        ] as const,
    ),
  ]);
}

/** The facts with the skills as the fields say, not checked yet. A row that is empty is gone. */
export function withSkills(facts: Achievement, fields: Fields): object {
  return {
    ...facts,
    skills: typedIn(fields, 'skills').split('\n').map(paragraph).filter(Boolean),
    alignments: typedAlignments(fields).map(({ targetName, targetUrl }) => ({
      targetName,
      targetUrl,
    })),
  };
}

function typedAlignments(fields: Fields) {
  return Array.from({ length: MAX_ALIGNMENTS }, (_, row) => ({
    row,
    targetName: paragraph(typedIn(fields, `targetName-${row}`)),
    targetUrl: typedIn(fields, `targetUrl-${row}`).trim(),
  })).filter(({ targetName, targetUrl }) => targetName !== '' || targetUrl !== '');
}

/** The field of a path into the facts, such as `alignments`, `0`, `targetUrl`; rows that are empty do not count. */
export function skillFieldOf(fields: Fields): (path: readonly string[]) => string {
  const rows = typedAlignments(fields).map(({ row }) => row);
  return ([part = '', at = '', of = '']) =>
    part === 'alignments' ? `${of || 'targetName'}-${rows[Number(at)] ?? 0}` : 'skills';
}
