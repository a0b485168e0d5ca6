import type { LanguageTag } from '@laurel/core/language';
import type { Messages } from '@laurel/i18n/messages';

/** What is shown of a page where its address is shared. */
export type SharedAsProps = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Of the title and the description. */
  readonly language: LanguageTag;
  readonly messages: Messages;
  /** Absolute, a PNG of this many pixels; null where there is none. */
  readonly picture: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    /** What is written on it. */
    readonly alternative: string;
  } | null;
};

/**
 * Tags for those who show a link with what it leads to (The Open Graph protocol; `twitter:card` says how
 * large the picture is to be). They run no script, and are not kept away by `noindex`.
 */
export function SharedAs({ url, title, description, language, messages, picture }: SharedAsProps) {
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={messages.message('laurel-name')} />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={localeOf(language)} />
      {picture !== null && (
        <>
          <meta property="og:image" content={picture.url} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
          <meta property="og:image:alt" content={picture.alternative} />
        </>
      )}
      <meta name="twitter:card" content={picture === null ? 'summary' : 'summary_large_image'} />
    </>
  );
}

/** `language_TERRITORY`; the language alone where it is not known to be spoken in one before all. */
function localeOf(language: LanguageTag): string {
  const { language: spoken, region } = new Intl.Locale(language).maximize();
  return region === undefined ? spoken : `${spoken}_${region}`;
}
