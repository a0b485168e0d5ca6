/** Kind words that are ready; a message of each is `mentorships-words-{suggestion}`. */
export const SUGGESTIONS = ['thanks', 'elsewhere', 'already'] as const;

/** What the forms of an answer have, as they were sent. */
export type AnswerFields = Readonly<Record<'end' | 'language' | 'words' | 'answer', string>>;
