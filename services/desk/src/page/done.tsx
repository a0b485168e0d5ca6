/** Says what the form just sent has done. */
export function Done({ sentence }: { readonly sentence: string | null }) {
  return sentence === null ? null : (
    <p class="note done" role="status">
      {sentence}
    </p>
  );
}
