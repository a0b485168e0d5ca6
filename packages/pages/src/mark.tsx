/** The service's mark: two laurel twigs. Its colour is the text's. */
const TWIGS = 'M15 28.5C8.5 27 5 22 5 15.5 M17 28.500c6.5-1.5 10-6.5 10-13';
const LEAVES =
  'M5 15.500C2.5 12 3.5 8 6.5 5.5 8.5 9 8 13 5 15.500ZM6 20.500C2.5 19.5.8 16.5 1 13.200 4.5 14.5 6.300 17 6 20.500ZM9 25C5.5 25.5 2.800 23.800 1.5 20.800 5.200 20.5 7.800 22 9 25ZM6.300 19.800C6 16.200 8 13.600 11.200 12.800 11.600 16.400 9.800 19 6.300 19.800ZM9.800 25C9.200 21.5 11 18.700 14 17.600 14.800 21 13.200 23.900 9.800 25Z';

/** The mark as it stands in the menu of every page, from where {@link Seal} borrows it. */
export function LaurelMark() {
  return (
    <svg
      width="32"
      height="32"
      viewBox="0 0 32 32"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <g id="laurel">
        <path d={TWIGS} fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d={LEAVES} />
        <path d={LEAVES} transform="matrix(-1 0 0 1 32 0)" />
      </g>
    </svg>
  );
}

/** The mark, large, for what is certified. */
export function Seal() {
  return (
    <svg class="seal" viewBox="0 0 32 32" fill="currentColor" aria-hidden="true" focusable="false">
      <use href="#laurel" />
    </svg>
  );
}

/** The same as a document of its own, for the browser's tab. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#3f8f65"><path d="${TWIGS}" fill="none" stroke="#3f8f65" stroke-width="1.5"/><path d="${LEAVES}"/><path d="${LEAVES}" transform="matrix(-1 0 0 1 32 0)"/></svg>`;
