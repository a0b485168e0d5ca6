import file from './catalogue.json' with { type: 'json' };
import { type Catalogue, catalogueFrom } from './catalogue-from.ts';

/** The catalogue, for whatever is not a Worker: that reads it when it needs it. */
export const CATALOGUE: Catalogue = catalogueFrom(file);
