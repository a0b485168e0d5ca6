/** Of sysexits.h: a command that was called in a way that it does not know. */
const EX_USAGE = 64;

/** Ends with what is wrong about the way in which a command was called. */
export function calledWrongly(why: string): never {
  console.error(why);
  process.exit(EX_USAGE);
}

/** What was asked for, or an end that says how it is asked: nothing that was misspelt is left out silently. */
export function askedBy<Asked>(usage: string, read: () => Asked): Asked {
  try {
    return read();
  } catch (error) {
    return calledWrongly(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
