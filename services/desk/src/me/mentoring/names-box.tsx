import type { Reader } from '@laurel/http/reader';
import { Boxes } from '../../page/fields.tsx';

type NamesBoxProps = { readonly ticked: boolean; readonly reader: Reader };

/** The mentee's wish that the issuer's reviewers may know their name; not ticked unless they tick it. */
export function NamesBox({ ticked, reader }: NamesBoxProps) {
  const { message } = reader.messages;
  return (
    <Boxes
      name="names"
      kind="checkbox"
      label={message('mentoring-names-label')}
      values={ticked ? ['yes'] : []}
      options={[
        { value: 'yes', label: message('mentoring-names'), help: message('mentoring-names-help') },
      ]}
    />
  );
}
