const ch = new Channel(2);
console.log(ch.trySend("a"), ch.trySend("b"), ch.trySend("c"), ch.length, ch.capacity);
console.log(ch.tryReceive(), ch.tryReceive(), ch.tryReceive());
ch.close();
try {
  await ch.send("late");
} catch (e) {
  console.log("sending on a closed channel throws:", e instanceof Error);
}
console.log(await ch.receive());
//= true true false 2 2
//= a b undefined
//= sending on a closed channel throws: true
//= undefined
