function all(x) {
  outer: for (const y of x) {
    try {
      if (y === 1) continue;
      if (y === 2) break outer;
      if (y === 3) return y;
      try { throw y } catch (e) { console.log(e) } finally { console.log("inner") }
    } finally {
      console.log("outer");
    }
  }
  try { return 1 } catch { return 2 }
}
all([1, 2, 3, 4]);
