/**
 * What a language calls itself, and its English name, from this process's Intl: that of workerd lacks half of the
 * movement's languages. Null for a language that this Intl lacks too.
 */
export function namesOfLanguage(tag: string): readonly [string, string] | null {
  if (Intl.DisplayNames.supportedLocalesOf(tag).length === 0) return null;
  const nameIn = (language: string) =>
    new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  return [nameIn(tag), nameIn('en')];
}
