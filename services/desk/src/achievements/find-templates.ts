import type { Catalogue, CatalogueAchievement } from '@laurel/catalogue/catalogue-from';

export type TemplatesAsked = { readonly kind: string; readonly theme: string };

/** The catalogue's templates of a kind and a theme; of any where nothing is asked. */
export function findTemplates(
  { achievements }: Catalogue,
  { kind, theme }: TemplatesAsked,
): readonly CatalogueAchievement[] {
  return achievements.filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      (theme === '' || one.themes.some((own) => own === theme)),
  );
}
