class LRUCache {
  constructor(capacity = 3) {
    this.capacity = capacity;
    this.cache = new Map();
    this.hits = this.misses = 0;
  }
  get(key) {
    if (!this.cache.has(key)) {
      this.misses++;
      return undefined;
    }
    const value = this.cache.get(key);
    this.cache.delete(key);
    this.cache.set(key, value);
    this.hits++;
    return value;
  }
  set(key, value) {
    this.cache.delete(key);
    if (this.cache.size >= this.capacity) this.cache.delete(this.cache.keys().next().value);
    this.cache.set(key, value);
  }
  *[Symbol.iterator]() {
    yield* this.cache;
  }
  toJSON() {
    return { capacity: this.capacity, entries: [...this] };
  }
  static from(iterable, capacity) {
    const c = new this(capacity);
    for (const [k, v] of iterable) c.set(k, v);
    return c;
  }
}
const c = LRUCache.from(Object.entries({ a: 1, b: 2, c: 3, d: 4 }), 3);
console.log(c);
console.log(c.get("a"), c.get("b"), [...c]);
c.set("e", { nested: new Set([1, "two", [3]]), when: new Date(0) });
console.log(JSON.stringify(c), JSON.stringify(c, null, 2));
console.log(c, c.cache.entries(), c.cache.keys(), c.cache.values().next());
console.log(Object.fromEntries(c), Array.from(c, ([k]) => k.toUpperCase()).join());
function memoize(fn, { key = (...a) => JSON.stringify(a), max = Infinity } = {}) {
  const cache = new Map();
  const m = (...args) => {
    const k = key(...args);
    if (cache.has(k)) return cache.get(k);
    const v = fn(...args);
    cache.set(k, v);
    if (cache.size > max) cache.delete(cache.keys().next().value);
    return v;
  };
  return Object.assign(m, { cache, original: fn });
}
const fib = memoize((n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(80), fib.cache.size, fib);
console.log(String(fib.original));
//= LRUCache {
//=   capacity: 3,
//=   cache: Map(3) { 'b' => 2, 'c' => 3, 'd' => 4 },
//=   misses: 0,
//=   hits: 0
//= }
//= undefined 2 [ [ 'c', 3 ], [ 'd', 4 ], [ 'b', 2 ] ]
//= {"capacity":3,"entries":[["d",4],["b",2],["e",{"nested":{},"when":"1970-01-01T00:00:00.000Z"}]]} {
//=   "capacity": 3,
//=   "entries": [
//=     [
//=       "d",
//=       4
//=     ],
//=     [
//=       "b",
//=       2
//=     ],
//=     [
//=       "e",
//=       {
//=         "nested": {},
//=         "when": "1970-01-01T00:00:00.000Z"
//=       }
//=     ]
//=   ]
//= }
//= LRUCache {
//=   capacity: 3,
//=   cache: Map(3) {
//=     'd' => 4,
//=     'b' => 2,
//=     'e' => { nested: [Set], when: 1970-01-01T00:00:00.000Z }
//=   },
//=   misses: 1,
//=   hits: 1
//= } [Map Entries] {
//=   [ 'd', 4 ],
//=   [ 'b', 2 ],
//=   [
//=     'e',
//=     {
//=     nested: Set(3) { 1, 'two', [Array] },
//=     when: 1970-01-01T00:00:00.000Z
//=   }
//=   ]
//= } [Map Iterator] { 'd', 'b', 'e' } { value: 4, done: false }
//= {
//=   d: 4,
//=   b: 2,
//=   e: {
//=     nested: Set(3) { 1, 'two', [Array] },
//=     when: 1970-01-01T00:00:00.000Z
//=   }
//= } D,B,E
//= 23416728348467684 81 [Function: m] {
//=   cache: Map(81) {
//=     '[1]' => 1,
//=     '[0]' => 0,
//=     '[2]' => 1,
//=     '[3]' => 2,
//=     '[4]' => 3,
//=     '[5]' => 5,
//=     '[6]' => 8,
//=     '[7]' => 13,
//=     '[8]' => 21,
//=     '[9]' => 34,
//=     '[10]' => 55,
//=     '[11]' => 89,
//=     '[12]' => 144,
//=     '[13]' => 233,
//=     '[14]' => 377,
//=     '[15]' => 610,
//=     '[16]' => 987,
//=     '[17]' => 1597,
//=     '[18]' => 2584,
//=     '[19]' => 4181,
//=     '[20]' => 6765,
//=     '[21]' => 10946,
//=     '[22]' => 17711,
//=     '[23]' => 28657,
//=     '[24]' => 46368,
//=     '[25]' => 75025,
//=     '[26]' => 121393,
//=     '[27]' => 196418,
//=     '[28]' => 317811,
//=     '[29]' => 514229,
//=     '[30]' => 832040,
//=     '[31]' => 1346269,
//=     '[32]' => 2178309,
//=     '[33]' => 3524578,
//=     '[34]' => 5702887,
//=     '[35]' => 9227465,
//=     '[36]' => 14930352,
//=     '[37]' => 24157817,
//=     '[38]' => 39088169,
//=     '[39]' => 63245986,
//=     '[40]' => 102334155,
//=     '[41]' => 165580141,
//=     '[42]' => 267914296,
//=     '[43]' => 433494437,
//=     '[44]' => 701408733,
//=     '[45]' => 1134903170,
//=     '[46]' => 1836311903,
//=     '[47]' => 2971215073,
//=     '[48]' => 4807526976,
//=     '[49]' => 7778742049,
//=     '[50]' => 12586269025,
//=     '[51]' => 20365011074,
//=     '[52]' => 32951280099,
//=     '[53]' => 53316291173,
//=     '[54]' => 86267571272,
//=     '[55]' => 139583862445,
//=     '[56]' => 225851433717,
//=     '[57]' => 365435296162,
//=     '[58]' => 591286729879,
//=     '[59]' => 956722026041,
//=     '[60]' => 1548008755920,
//=     '[61]' => 2504730781961,
//=     '[62]' => 4052739537881,
//=     '[63]' => 6557470319842,
//=     '[64]' => 10610209857723,
//=     '[65]' => 17167680177565,
//=     '[66]' => 27777890035288,
//=     '[67]' => 44945570212853,
//=     '[68]' => 72723460248141,
//=     '[69]' => 117669030460994,
//=     '[70]' => 190392490709135,
//=     '[71]' => 308061521170129,
//=     '[72]' => 498454011879264,
//=     '[73]' => 806515533049393,
//=     '[74]' => 1304969544928657,
//=     '[75]' => 2111485077978050,
//=     '[76]' => 3416454622906707,
//=     '[77]' => 5527939700884757,
//=     '[78]' => 8944394323791464,
//=     '[79]' => 14472334024676220,
//=     '[80]' => 23416728348467684
//=   },
//=   original: [Function (anonymous)]
//= }
//= (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2))
