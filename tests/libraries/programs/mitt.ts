import mitt from "mitt";

type Events = { tick: number; done: undefined; "*": unknown };
const emitter = mitt<Events>();
const seen: unknown[] = [];
const onTick = (n: number) => seen.push(`tick ${n}`);
emitter.on("tick", onTick);
emitter.on("*", (type, event) => seen.push([type, event]));
emitter.emit("tick", 1);
emitter.on("tick", function once(n) {
  seen.push(`once ${n}`);
  emitter.off("tick", once);
});
emitter.emit("tick", 2);
emitter.emit("tick", 3);
emitter.off("tick", onTick);
emitter.emit("tick", 4);
emitter.emit("done");
console.log(seen);
console.log(emitter.all);
emitter.all.clear();
emitter.emit("tick", 5);
console.log(seen.length, emitter.all.size);
