import { EventEmitter, once } from "node:events";
import Emitter from "events";
console.log(Emitter === EventEmitter, EventEmitter.name, EventEmitter.length, typeof EventEmitter.once);
const bus = new EventEmitter();
console.log(bus);
console.log(bus.emit("nobody"), bus.listenerCount("a"), bus.eventNames());
bus.on("a", function (x, y) {
  console.log("first", x, y, this === bus);
});
bus.once("a", (x) => console.log("once", x));
bus.prependListener("a", () => console.log("before all"));
bus.addListener("b", () => console.log("b"));
console.log(bus.emit("a", 1, 2), bus.emit("a", 3), bus.listenerCount("a"), bus.eventNames());
console.log(bus);
const off = () => console.log("never");
bus.on("a", off).off("a", off).removeListener("a", off);
console.log(bus.listeners("a").length, bus.rawListeners("b").length, bus.getMaxListeners());
bus.once("c", off);
console.log(bus.rawListeners("c"), bus.listeners("c"));
bus.removeAllListeners("c");
console.log(bus.eventNames(), bus._eventsCount);
for (const bad of [5, undefined, {}, "x"]) {
  try {
    bus.on("x", bad);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
for (const bad of [new RangeError("failed"), "text", { a: 1 }, undefined]) {
  try {
    bus.emit("error", bad);
  } catch (error) {
    console.log(error.name, error.message, error.code, error.context);
  }
}
bus.on("error", (error) => console.log("handled", error.message));
console.log(bus.emit("error", new Error("now")));
bus.on("newListener", (name) => console.log("new", name));
bus.on("removeListener", (name) => console.log("removed", name));
bus.on("d", off);
bus.off("d", off);
bus.removeAllListeners();
console.log(bus.eventNames());
bus.on("order", () => {
  console.log("one");
  bus.on("order", () => console.log("added while emitting"));
  bus.removeAllListeners("order");
});
bus.on("order", () => console.log("two"));
bus.emit("order");
bus.emit("order");

class Queue extends EventEmitter {
  items = [];
  #size = 0;
  push(item) {
    this.items.push(item);
    this.#size++;
    this.emit("item", item, this.#size);
    return this;
  }
}
const queue = new Queue();
queue.on("item", (item, size) => console.log("item", item, size));
queue.push("a").push("b");
console.log(queue, queue instanceof EventEmitter, queue instanceof Queue, Object.keys(queue));
setTimeout(() => queue.push("c"), 5);
console.log(await once(queue, "item"));
setTimeout(() => queue.emit("error", new Error("broken")), 5);
await once(queue, "item").catch((error) => console.log("rejected", error.message));
const controller = new AbortController();
setTimeout(() => controller.abort(), 5);
await once(queue, "item", { signal: controller.signal }).catch((error) => {
  console.log(error.name, error.code, error.message, error.cause.name, Object.keys(error));
});
console.log(queue.listenerCount("item"), queue.listenerCount("error"));
const target = new EventTarget();
setTimeout(() => target.dispatchEvent(new Event("go")), 5);
const [event] = await once(target, "go");
console.log(event.type);
const order = [];
once(queue, "tick").then(() => order.push("once"));
Promise.resolve().then(() => order.push(1)).then(() => order.push(2)).then(() => order.push(3)).then(() => order.push(4));
queue.emit("tick");
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(order);
const symbol = Symbol("s");
queue.on(symbol, () => {});
console.log(queue.eventNames(), EventEmitter.listenerCount(queue, symbol), EventEmitter.defaultMaxListeners);
queue.setMaxListeners(1).on(symbol, () => {});
try {
  queue.setMaxListeners(-1);
} catch (error) {
  console.log(error.code, error.message);
}
//= true EventEmitter 1 function
//= EventEmitter {
//=   _events: [Object: null prototype] {},
//=   _eventsCount: 0,
//=   _maxListeners: undefined,
//=   [Symbol(shapeMode)]: false,
//=   [Symbol(kCapture)]: false
//= }
//= false 0 []
//= before all
//= first 1 2 true
//= once 1
//= before all
//= first 3 undefined true
//= true true 2 [ 'a', 'b' ]
//= EventEmitter {
//=   _events: [Object: null prototype] {
//=     a: [ [Function (anonymous)], [Function (anonymous)] ],
//=     b: [Function (anonymous)]
//=   },
//=   _eventsCount: 2,
//=   _maxListeners: undefined,
//=   [Symbol(shapeMode)]: false,
//=   [Symbol(kCapture)]: false
//= }
//= 2 1 10
//= [ [Function: bound onceWrapper] { listener: [Function: off] } ] [ [Function: off] ]
//= [ 'a', 'b' ] 2
//= TypeError ERR_INVALID_ARG_TYPE The "listener" argument must be of type function. Received type number (5)
//= TypeError ERR_INVALID_ARG_TYPE The "listener" argument must be of type function. Received undefined
//= TypeError ERR_INVALID_ARG_TYPE The "listener" argument must be of type function. Received an instance of Object
//= TypeError ERR_INVALID_ARG_TYPE The "listener" argument must be of type function. Received type string ('x')
//= RangeError failed undefined undefined
//= Error Unhandled error. ('text') ERR_UNHANDLED_ERROR text
//= Error Unhandled error. ({ a: 1 }) ERR_UNHANDLED_ERROR { a: 1 }
//= Error Unhandled error. (undefined) ERR_UNHANDLED_ERROR undefined
//= handled now
//= true
//= new removeListener
//= new d
//= removed d
//= removed a
//= removed a
//= removed b
//= removed error
//= removed newListener
//= []
//= one
//= two
//= item a 1
//= item b 2
//= Queue {
//=   _events: [Object: null prototype] { item: [Function (anonymous)] },
//=   _eventsCount: 1,
//=   _maxListeners: undefined,
//=   items: [ 'a', 'b' ],
//=   [Symbol(shapeMode)]: false,
//=   [Symbol(kCapture)]: false
//= } true true [ '_events', '_eventsCount', '_maxListeners', 'items' ]
//= item c 3
//= [ 'c', 3 ]
//= rejected broken
//= AbortError ABORT_ERR The operation was aborted AbortError [ 'code', 'name' ]
//= 1 0
//= go
//= [ 1, 2, 'once', 3, 4 ]
//= [ 'item', Symbol(s) ] 1 10
//= ERR_OUT_OF_RANGE The value of "setMaxListeners" is out of range. It must be >= 0. Received -1
