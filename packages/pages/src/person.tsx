/**
 * A name that somebody chose: kept apart from the direction of the text around it, and never
 * translated by the reader's browser.
 */
export function Person({ name }: { readonly name: string }) {
  return (
    <bdi dir="auto" translate="no">
      {name}
    </bdi>
  );
}
