import type { Statement } from './statement.ts';

/**
 * The statements about one subject. They stand together in the canonical form, as each begins with it. Their
 * order among themselves is known but for those of one run, which differ in what is filled in alone.
 */
export type Block = {
  /** The place of a leaf, the label of a blank node, or what it always is, as {@link Statement} has it. */
  readonly subject: number | string;
  readonly runs: readonly (readonly Statement[])[];
  /** Everything that is filled into it, each place once. */
  readonly slots: readonly number[];
};

/** The statements of a template by their subjects, in any order of these. */
export function blocksOf(statements: readonly Statement[]): readonly Block[] {
  const bySubject = Map.groupBy(statements, subjectOf);
  return [...bySubject].map(([subject, some]) => ({
    subject,
    runs: runsOf(some.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1))),
    slots: [...new Set(some.flatMap(({ slots }) => slots))],
  }));
}

/** An IRI ends with a bracket, and a label with a space: so no subject is the beginning of another. */
function subjectOf({ texts, slots }: Statement): number | string {
  const [text = ''] = texts;
  const [slot] = slots;
  if (slot !== undefined && (text === '' || text === '<')) return slot;
  return text.slice(0, text.indexOf(' ') + 1);
}

/** What all statements of this form begin with after their subject. */
function startOf(statement: Statement): string {
  const { texts } = statement;
  return (typeof subjectOf(statement) === 'number' ? texts[1] : texts[0]) ?? '';
}

/** Those whose beginnings do not tell which is first, in one run. */
function runsOf(inOrder: readonly Statement[]): readonly (readonly Statement[])[] {
  const runs: Statement[][] = [];
  for (const statement of inOrder) {
    const [first] = runs.at(-1) ?? [];
    if (first !== undefined && startOf(statement).startsWith(startOf(first))) {
      runs.at(-1)?.push(statement);
    } else runs.push([statement]);
  }
  return runs;
}
