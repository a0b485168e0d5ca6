/** Of sysexits.h: a command that was called in a way that it does not know. */
const EX_USAGE = 64;

/** What was asked for, or an end that says how it is asked: nothing that was misspelt is left out silently. */
export function askedBy<Asked>(usage: string, read: () => Asked): Asked {
  try {
    return read();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(usage);
    process.exit(EX_USAGE);
  }
}
