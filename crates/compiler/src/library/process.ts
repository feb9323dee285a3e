// What of Node's `process` a program without surroundings has.
class $process {
  static hrtime(previous?) {
    const now = performance.now();
    let seconds = Math.floor(now / 1000);
    let nanoseconds = Math.round((now % 1000) * 1000000);
    if (previous !== undefined) {
      seconds -= previous[0];
      nanoseconds -= previous[1];
      if (nanoseconds < 0) {
        seconds--;
        nanoseconds += 1000000000;
      }
    }
    return [seconds, nanoseconds];
  }
  static uptime() {
    return performance.now() / 1000;
  }
  static get env() {
    return {};
  }
  static get argv() {
    return ["node", "program"];
  }
}
