const children = process.argv.slice(2).map(Number);

process.stdin.on('end', () => {
  for (const child of children) {
    try {
      process.kill(child);
    } catch {
      // It ended by itself.
    }
  }
});
process.stdin.resume();
