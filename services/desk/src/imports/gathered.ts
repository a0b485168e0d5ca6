import type { Day } from '@laurel/core/day';
import type { AttendanceRule } from '@laurel/core/sheet-reading';
import type { SheetSource } from '@laurel/core/sheet-source';

/** Somebody who helped at an event. */
type Volunteer = { readonly accountId: string; readonly username: string };

/** A list of people as it came from Wikimedia, before it is a sheet. */
export type Gathered = {
  readonly source: SheetSource;
  /** What it came from, such as `campaign-event:42`. */
  readonly key: string;
  /** What people call it; may be empty. */
  readonly name: string;
  readonly columns: readonly string[];
  /** User names first. */
  readonly cells: readonly (readonly string[])[];
  readonly attendance: AttendanceRule;
  /** Who organized or facilitated it; never participants. */
  readonly volunteers: readonly Volunteer[];
  /** People on the list whom the wikis hide or no longer have. */
  readonly unnamed: number;
  readonly period: { readonly start: Day; readonly end: Day } | null;
};
