// Loaded before a process of ours (node --import): when the launcher dies without a word, so does the process, by its own clean way.
// Only the launcher's own children: theirs inherit this option and use their channel for themselves.
if (process.channel && String(process.ppid) === process.env.THROUGHLINE_LAUNCHER) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  // Listening must not keep a process alive that has nothing left to do.
  process.channel.unref();
}
