import { CATALOGUE, type CatalogueAchievement } from '@laurel/catalogue/catalogue';

export type TemplatesAsked = { readonly kind: string; readonly theme: string };

/** The catalogue's templates of a kind and a theme; of any where nothing is asked. */
export function findTemplates({ kind, theme }: TemplatesAsked): readonly CatalogueAchievement[] {
  return CATALOGUE.achievements.filter(
    (one) =>
      (kind === '' || one.kind === kind) &&
      (theme === '' || one.themes.some((own) => own === theme)),
  );
}
