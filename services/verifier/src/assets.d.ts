declare module '*/generated/web-fonts.json' {
  const list: { readonly file: string };
  export default list;
}

declare module '*/generated/browser-scripts.json' {
  const scripts: {
    /** The name of the script of the page that scans. */
    readonly scan: string;
    readonly kept: string;
    /** The asset that is the worker of what is kept on a device. */
    readonly worker: string;
    /** The assets that are served as scripts, under the same names. */
    readonly files: readonly string[];
  };
  export default scripts;
}

declare module '*/generated/words.json' {
  const files: Readonly<Record<string, string>>;
  export default files;
}

declare module '*/generated/description.json' {
  const description: { readonly file: string };
  export default description;
}

declare module '*/generated/offline.json' {
  const page: { readonly file: string };
  export default page;
}
