import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

/**
 * What somebody can tell the reviewers: `has` it already; `seen`, as all steps are by this issuer; `can`
 * tell, as some are by others; `told` them before; else nothing, as steps are open or the map is retired.
 */
export type Telling = 'has' | 'seen' | 'can' | 'told' | null;

type TellThemProps = { readonly telling: Telling; readonly path: string; readonly reader: Reader };

/** The button by which somebody asks to be considered, and the way back. */
export function TellThem({ telling, path, reader }: TellThemProps) {
  const { message } = reader.messages;
  switch (telling) {
    case null:
      return null;
    case 'has':
      return <p>{message('me-maps-has')}</p>;
    case 'seen':
      return <p>{message('me-maps-seen')}</p>;
    case 'can':
      return (
        <form method="post" action={linkTo(path, reader)}>
          <p>{message('me-maps-tell-means')}</p>
          <button type="submit" name="act" value="tell">
            {message('me-maps-tell')}
          </button>
        </form>
      );
    case 'told':
      return (
        <form method="post" action={linkTo(path, reader)}>
          <p>{message('me-maps-told')}</p>
          <button type="submit" name="act" value="take_back" class="quieter">
            {message('me-maps-take-back')}
          </button>
        </form>
      );
  }
}
