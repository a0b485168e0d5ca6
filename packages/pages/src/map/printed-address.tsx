import { QrCode } from '../qr-code.tsx';

/** On paper alone: where the map is found again, for people and for phones. */
export function PrintedAddress({ url }: { readonly url: string }) {
  return (
    <div class="printed">
      <QrCode text={url} />
      <bdi dir="ltr">{url}</bdi>
    </div>
  );
}
