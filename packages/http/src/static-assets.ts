import { unavailable } from '@laurel/core/unavailable';

/** A static asset of a Worker. The host of the address is of no meaning to the binding. */
export function fetchAsset(assets: Fetcher, name: string): Promise<Response> {
  return assets.fetch(`https://assets.invalid/${name}`);
}

/** Reads static assets as text. One that cannot be read is unavailable: a build names none that it does not bring. */
export function readingAssets(assets: Fetcher): (name: string) => Promise<string> {
  return async (name) => {
    try {
      const answer = await fetchAsset(assets, name);
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      return await answer.text();
    } catch (cause) {
      throw unavailable(name, cause);
    }
  };
}
