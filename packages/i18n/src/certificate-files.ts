import type { LanguageTag } from '@laurel/core/language';
import am from '../../../i18n/certificate/am.json' with { type: 'json' };
import as from '../../../i18n/certificate/as.json' with { type: 'json' };
import az from '../../../i18n/certificate/az.json' with { type: 'json' };
import bg from '../../../i18n/certificate/bg.json' with { type: 'json' };
import bn from '../../../i18n/certificate/bn.json' with { type: 'json' };
import ca from '../../../i18n/certificate/ca.json' with { type: 'json' };
import ckb from '../../../i18n/certificate/ckb.json' with { type: 'json' };
import cs from '../../../i18n/certificate/cs.json' with { type: 'json' };
import de from '../../../i18n/certificate/de.json' with { type: 'json' };
import el from '../../../i18n/certificate/el.json' with { type: 'json' };
import eo from '../../../i18n/certificate/eo.json' with { type: 'json' };
import es from '../../../i18n/certificate/es.json' with { type: 'json' };
import fa from '../../../i18n/certificate/fa.json' with { type: 'json' };
import fi from '../../../i18n/certificate/fi.json' with { type: 'json' };
import fr from '../../../i18n/certificate/fr.json' with { type: 'json' };
import gu from '../../../i18n/certificate/gu.json' with { type: 'json' };
import ha from '../../../i18n/certificate/ha.json' with { type: 'json' };
import he from '../../../i18n/certificate/he.json' with { type: 'json' };
import hi from '../../../i18n/certificate/hi.json' with { type: 'json' };
import hu from '../../../i18n/certificate/hu.json' with { type: 'json' };
import hy from '../../../i18n/certificate/hy.json' with { type: 'json' };
import id from '../../../i18n/certificate/id.json' with { type: 'json' };
import ig from '../../../i18n/certificate/ig.json' with { type: 'json' };
import it from '../../../i18n/certificate/it.json' with { type: 'json' };
import ja from '../../../i18n/certificate/ja.json' with { type: 'json' };
import jv from '../../../i18n/certificate/jv.json' with { type: 'json' };
import ka from '../../../i18n/certificate/ka.json' with { type: 'json' };
import kk from '../../../i18n/certificate/kk.json' with { type: 'json' };
import km from '../../../i18n/certificate/km.json' with { type: 'json' };
import kn from '../../../i18n/certificate/kn.json' with { type: 'json' };
import ko from '../../../i18n/certificate/ko.json' with { type: 'json' };
import ky from '../../../i18n/certificate/ky.json' with { type: 'json' };
import lo from '../../../i18n/certificate/lo.json' with { type: 'json' };
import ml from '../../../i18n/certificate/ml.json' with { type: 'json' };
import mr from '../../../i18n/certificate/mr.json' with { type: 'json' };
import ms from '../../../i18n/certificate/ms.json' with { type: 'json' };
import my from '../../../i18n/certificate/my.json' with { type: 'json' };
import nb from '../../../i18n/certificate/nb.json' with { type: 'json' };
import ne from '../../../i18n/certificate/ne.json' with { type: 'json' };
import nl from '../../../i18n/certificate/nl.json' with { type: 'json' };
import or from '../../../i18n/certificate/or.json' with { type: 'json' };
import pa from '../../../i18n/certificate/pa.json' with { type: 'json' };
import pl from '../../../i18n/certificate/pl.json' with { type: 'json' };
import pt from '../../../i18n/certificate/pt.json' with { type: 'json' };
import ptBR from '../../../i18n/certificate/pt-br.json' with { type: 'json' };
import ro from '../../../i18n/certificate/ro.json' with { type: 'json' };
import ru from '../../../i18n/certificate/ru.json' with { type: 'json' };
import si from '../../../i18n/certificate/si.json' with { type: 'json' };
import sr from '../../../i18n/certificate/sr.json' with { type: 'json' };
import srLatn from '../../../i18n/certificate/sr-latn.json' with { type: 'json' };
import sv from '../../../i18n/certificate/sv.json' with { type: 'json' };
import sw from '../../../i18n/certificate/sw.json' with { type: 'json' };
import ta from '../../../i18n/certificate/ta.json' with { type: 'json' };
import te from '../../../i18n/certificate/te.json' with { type: 'json' };
import tg from '../../../i18n/certificate/tg.json' with { type: 'json' };
import th from '../../../i18n/certificate/th.json' with { type: 'json' };
import tl from '../../../i18n/certificate/tl.json' with { type: 'json' };
import tr from '../../../i18n/certificate/tr.json' with { type: 'json' };
import uk from '../../../i18n/certificate/uk.json' with { type: 'json' };
import ur from '../../../i18n/certificate/ur.json' with { type: 'json' };
import uz from '../../../i18n/certificate/uz.json' with { type: 'json' };
import vi from '../../../i18n/certificate/vi.json' with { type: 'json' };
import yo from '../../../i18n/certificate/yo.json' with { type: 'json' };
import zhHans from '../../../i18n/certificate/zh-hans.json' with { type: 'json' };
import zhHant from '../../../i18n/certificate/zh-hant.json' with { type: 'json' };
import zu from '../../../i18n/certificate/zu.json' with { type: 'json' };
import type { CertificateKey } from './certificate-keys.ts';

type CertificateFile = {
  readonly '@metadata': {
    readonly authors: readonly string[];
    readonly draft?: boolean;
  };
} & Readonly<Record<CertificateKey, string>>;

/** What stands on a certificate in the languages that pages are not in. A file that lacks a message does not compile. */
export const CERTIFICATE_FILES: Readonly<Record<LanguageTag, CertificateFile>> = {
  am,
  as,
  az,
  bg,
  bn,
  ca,
  ckb,
  cs,
  de,
  el,
  eo,
  es,
  fa,
  fi,
  fr,
  gu,
  ha,
  he,
  hi,
  hu,
  hy,
  id,
  ig,
  it,
  ja,
  jv,
  ka,
  kk,
  km,
  kn,
  ko,
  ky,
  lo,
  ml,
  mr,
  ms,
  my,
  nb,
  ne,
  nl,
  or,
  pa,
  pl,
  pt,
  'pt-BR': ptBR,
  ro,
  ru,
  si,
  sr,
  'sr-Latn': srLatn,
  sv,
  sw,
  ta,
  te,
  tg,
  th,
  tl,
  tr,
  uk,
  ur,
  uz,
  vi,
  yo,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  zu,
};
