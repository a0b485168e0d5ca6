/**
 * Who attended, by a rule that the organizer sets. Columns are indices into the sheet's columns, from
 * 0; values are compared without regard to case, stray spaces and marks of direction.
 */
export type AttendanceRule =
  /** Everyone listed attended. */
  | { readonly rule: 'everyone' }
  /** Nobody is taken to have attended until the organizer says so, person by person. */
  | { readonly rule: 'by_hand' }
  /** In at least so many of these columns stands one of these values: “both days”, “Lulus = Ya”. */
  | {
      readonly rule: 'marked';
      readonly columns: readonly number[];
      readonly values: readonly string[];
      readonly atLeast: number;
    }
  /** The number in a column is at least so high: “3 of 4 sessions”. */
  | { readonly rule: 'counted'; readonly column: number; readonly atLeast: number };

/** How the rows of a sheet are to be read. */
export type SheetReading = {
  readonly usernameColumn: number;
  /** Null where the sheet does not tell hours. */
  readonly hoursColumn: number | null;
  readonly attendance: AttendanceRule;
};
