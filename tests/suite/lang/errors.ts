const e = new TypeError("bad", { cause: "why" });
console.log(e.name, e.message, e instanceof TypeError, e instanceof Error, String(e), e.cause);
try { null.x; } catch (e) { console.log(e.message); }
try { undefined.foo(); } catch (e) { console.log(e.message); }
try { const o = {}; o.f(); } catch (e) { console.log(e.message); }
try { const o = { p: {} }; o.p.q.r; } catch (e) { console.log(e.message); }
try { let n = 5; n(); } catch (e) { console.log(e.message); }
try { throw { code: 7 }; } catch ({ code }) { console.log(code); }
try { [].reduce((a, b) => a + b); } catch (e) { console.log(e.name + ": " + e.message); }
try { "x".repeat(-1); } catch (e) { console.log(e.name, e.message); }
try { new Array(-1); } catch (e) { console.log(e.name, e.message); }
try { null[0]; } catch (e) { console.log(e.message); }
function deep(n) { return deep(n + 1) + 1; }
try { deep(0); } catch (e) { console.log(e.name, e.message); }
const agg = new AggregateError([new Error("a"), new Error("b")], "several");
console.log(agg.message, agg.errors.length);
//= TypeError bad true true TypeError: bad why
//= Cannot read properties of null (reading 'x')
//= Cannot read properties of undefined (reading 'foo')
//= o.f is not a function
//= Cannot read properties of undefined (reading 'r')
//= n is not a function
//= 7
//= TypeError: Reduce of empty array with no initial value
//= RangeError Invalid count value: -1
//= RangeError Invalid array length
//= Cannot read properties of null (reading '0')
//= RangeError Maximum call stack size exceeded
//= several 2
