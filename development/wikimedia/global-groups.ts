/** One membership of a global group; `expiry` is ISO 8601, UTC, or `infinity`. */
export type Membership = { readonly group: string; readonly expiry: string };

/** Who is in which invented global group, and until when. The first group has nobody. */
const MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'invented-empty-group': {},
  'invented-helpers': {
    'Ngozi Reads Aloud': '2027-03-31T22:00:00Z',
    'سلمى القارئة': 'infinity',
    'Hidden Helper': 'infinity',
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`Helper ${index + 1}`, '2026-12-31T00:00:00Z']),
    ),
  },
};

/** `list=globalgroups`: CentralAuth, `ApiQueryGlobalGroups`. */
export const GLOBAL_GROUPS: readonly string[] = Object.keys(MEMBERS);

export function membersOf(group: string): readonly string[] {
  return Object.keys(MEMBERS[group] ?? {});
}

export function membershipsOf(username: string): readonly Membership[] {
  return Object.entries(MEMBERS).flatMap(([group, members]) => {
    const expiry = members[username];
    return expiry === undefined ? [] : [{ group, expiry }];
  });
}
