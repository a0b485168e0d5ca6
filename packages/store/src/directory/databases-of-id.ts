import { classOfId, ID_CLASSES } from '@laurel/core/id';
import { FIRST } from './public-bindings.ts';

/** The class of the ids that are drawn in a database; null of the first, where they are of any. */
export function classOfDatabase(number: number): number | null {
  return number === FIRST ? null : (number - 2) % ID_CLASSES;
}

/**
 * The numbers of the databases in which something of this id may be: the first, and those whose class it has. They
 * follow from the id alone, so that what is there, what is hidden and what never was take the same questions.
 * Of up to twelve databases they are at most two.
 *
 * @param count of all databases.
 */
export function databasesOfId(id: string, count: number): readonly number[] {
  const numbers = [FIRST];
  for (let number = classOfId(id) + 2; number <= count; number += ID_CLASSES) numbers.push(number);
  return numbers;
}
