function first(list) {
  for (const item of list) {
    if (item.skip) continue;
    return item;
  }
}
let a, b, target = {};
[a, b] = [b, a];
[target.x = 1, ...b] = a;
const [{ c }, [d = first]] = b;
