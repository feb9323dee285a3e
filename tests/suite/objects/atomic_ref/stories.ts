const a = { name: "a" };
const ref = new AtomicRef<any>(a);
console.log(ref.get() === a, ref.compareAndSet({ name: "a" }, 1), ref.compareAndSet(a, 1), ref.get());
console.log(ref.exchange("x"), ref.get(), ref.compareAndSet("x", NaN), ref.compareAndSet(NaN, 0), ref.get());
ref.set(undefined);
console.log(ref.get(), new AtomicRef<any>(undefined).get());

// A stack without a lock.
type Node = { value: number; next: Node | null };
const head = new AtomicRef<Node | null>(null);
const push = async (value: number) => {
  for (;;) {
    const next = head.get();
    if (head.compareAndSet(next, { value, next })) return;
  }
};
await Promise.all([1, 2, 3].map((value) => spawn(() => push(value))));
const values: number[] = [];
for (let node = head.get(); node !== null; node = node.next) values.push(node.value);
console.log(values.sort().join());
//= true false true 1
//= 1 x true false NaN
//= undefined undefined
//= 1,2,3
