// Defaults run only for undefined, left to right, once, and may use earlier names.
const log = [], d = (v) => (log.push(v), v);
const { a = d(1), b = d(a + 1), c: { e = d(b) } = {}, n = d("no") } = { a: undefined, b: 5, n: null };
console.log(a, b, e, n, log);
const [p = d("p"), q = p, ...[r = d("r")]] = [, 0];
console.log(p, q, r, log);
const f = ({ x = 1, y = x } = {}, [z = y] = []) => [x, y, z];
console.log(f(), f({ x: 2 }), f({ y: null }, [undefined]), f.length);
//= 1 5 5 null [ 1, 5 ]
//= p 0 r [ 1, 5, 'p', 'r' ]
//= [ 1, 1, 1 ] [ 2, 2, 2 ] [ 1, null, null ] 0
