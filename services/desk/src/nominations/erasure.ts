import { sql } from 'drizzle-orm';

/**
 * What is taken out of a nomination that is over: whom it was about, the story and the link. Its
 * nominator still sees what became of it, and what for.
 */
export const ERASED = {
  nominee: '',
  story: '',
  evidence: sql`json_object('class', evidence ->> 'class')`,
} as const;
