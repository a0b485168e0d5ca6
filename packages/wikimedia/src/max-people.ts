/** The most people of one list of Wikimedia's: a longer one takes more calls than a request may make. */
export const MAX_PEOPLE = 2_000;
