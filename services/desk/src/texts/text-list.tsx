import { directionOf } from '@laurel/core/language';
import { autonymOf } from '@laurel/i18n/autonym';
import type { Texts } from './text-rows.ts';

/** Names and descriptions, each in its own language and direction. */
export function TextList({ texts }: { readonly texts: Texts }) {
  const { names, descriptions } = texts;
  const languages = [...new Set([...Object.keys(names), ...Object.keys(descriptions)])];
  return (
    <dl>
      {languages.map((tag) => (
        <>
          <dt>
            <bdi lang={tag}>{autonymOf(tag)}</bdi>
          </dt>
          <dd lang={tag} dir={directionOf(tag)}>
            <strong>{names[tag]}</strong>
            {descriptions[tag] !== undefined && <p>{descriptions[tag]}</p>}
          </dd>
        </>
      ))}
    </dl>
  );
}
