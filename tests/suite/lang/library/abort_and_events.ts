const c = new AbortController();
c.signal.addEventListener("abort", (e) => console.log("aborted", e.type, e.target === c.signal, c.signal.reason.name), { once: true });
c.signal.onabort = function (e) { console.log("on", this === c.signal) };
console.log(c.signal.aborted, c.signal instanceof AbortSignal, c.signal instanceof EventTarget);
c.abort(); c.abort();
console.log(c.signal.aborted, c.signal.reason.message, c.signal.reason.name, c.signal.reason.code, c.signal.reason instanceof Error, c.signal.reason instanceof DOMException);
try { c.signal.throwIfAborted() } catch (e) { console.log(e.name + ": " + e.message) }
const s = AbortSignal.timeout(10);
s.addEventListener("abort", () => console.log("timeout", s.reason.name, s.reason.message));
const any = AbortSignal.any([s, new AbortController().signal]);
any.addEventListener("abort", () => console.log("any", any.reason === s.reason));
await new Promise(r => setTimeout(r, 20));
console.log(AbortSignal.abort("why").reason);
class Bus extends EventTarget { constructor() { super(); this.n = 1 } emit(t, d) { return this.dispatchEvent(new CustomEvent(t, { detail: d, cancelable: true })) } }
const b = new Bus(); b.addEventListener("x", (e) => { console.log(e.detail, e instanceof Event, b.n); e.preventDefault() }); console.log(b.emit("x", 5));
b.addEventListener("y", { handleEvent(e) { console.log("obj", e.type) } }); b.emit("y");
const o = { a: 1, d: new Date(5), m: new Map([[1, { x: 1 }]]), s: new Set([1]), arr: [1, , 3], e: new TypeError("t") }; o.self = o;
const k = structuredClone(o); console.log(k.a, k.d.getTime(), k.m.get(1), k.m.get(1) !== o.m.get(1), k.s, k.arr, k.self === k, k.e instanceof TypeError, k.e.message);
for (const bad of [Symbol("q")]) try { structuredClone(bad) } catch (e) { console.log(e.name, e.message, e.code) }
try { new AbortSignal() } catch (e) { console.log(e.name, e.message, e.code) }
try { EventTarget() } catch (e) { console.log(e.message) }
console.log(typeof AbortController, AbortController.name, EventTarget.length, Object.prototype.toString.call(c), Object.prototype.toString.call(c.signal), [].map.length, structuredClone.length);
function sleep2(ms, signal) { return new Promise((res, rej) => { const t = setTimeout(res, ms); signal.addEventListener("abort", () => { clearTimeout(t); rej(signal.reason) }) }) }
const ctl = new AbortController(); setTimeout(() => ctl.abort(new Error("stop")), 5);
try { await sleep2(100, ctl.signal) } catch (e) { console.log(e.message) }
//= false true true
//= aborted abort true AbortError
//= on true
//= true This operation was aborted AbortError 20 true true
//= AbortError: This operation was aborted
//= timeout TimeoutError The operation was aborted due to timeout
//= any true
//= why
//= 5 true 1
//= false
//= obj y
//= 1 5 { x: 1 } true Set(1) { 1 } [ 1, <1 empty item>, 3 ] true true t
//= DataCloneError Symbol(q) could not be cloned. 25
//= TypeError Illegal constructor ERR_ILLEGAL_CONSTRUCTOR
//= Class constructor EventTarget cannot be invoked without 'new'
//= function AbortController 0 [object AbortController] [object AbortSignal] 1 0
//= stop
