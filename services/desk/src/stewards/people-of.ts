import type { Application } from '../applications/own-applications.ts';
import type { Desk } from '../env.ts';
import { namesOf } from './applications.ts';
import { factsAbout, type PersonFacts } from './contact-facts.ts';

/** The applicant and the contacts of an application, with what Wikimedia says of each. */
export async function peopleOf(
  desk: Desk,
  { applicant, contacts }: Application,
): Promise<readonly PersonFacts[]> {
  const names = await namesOf(desk, [applicant]);
  return factsAbout(desk, [
    { accountId: applicant, username: names.get(applicant) ?? null },
    ...contacts,
  ]);
}
