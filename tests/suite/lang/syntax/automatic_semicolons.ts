let a = 1
let b = a
++b
console.log(a, b)
const f = () => {
  return
  1
}
console.log(f())
let c = a
;[1, 2].forEach((x) => console.log(x))
const s = `x`
;(function () { console.log("iife") })()
do a++; while (a < 5) console.log(a)
for (var i = 0; i < 2; i++
) console.log(i)
if (a) ; else console.log("never")
var x
y: for (;;) { break
y }
const o = { get
x() { return 1 }, async
: 2 }
console.log(o.x, o.async)
class K { a
b
static
c
['d'] = 1 }
console.log(Object.keys(new K()), "c" in K)
throw_: { try { throw "same line" } catch (e) { console.log(e) } }
//= 1 2
//= undefined
//= 1
//= 2
//= iife
//= 5
//= 0
//= 1
//= 1 2
//= [ 'a', 'b', 'd' ] true
//= same line
