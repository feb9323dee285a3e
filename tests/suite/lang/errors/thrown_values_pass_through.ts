// Thrown values keep their identity through getters, callbacks, sort and toJSON.
const thrown = { me: 1 }, same = (f) => { try { f(); return "none"; } catch (e) { return e === thrown; } };
const boom = () => { throw thrown; };
console.log(same(() => [2, 1].sort(boom)), same(() => JSON.stringify({ toJSON: boom })), same(() => "a".replace(/a/, boom)));
console.log(same(() => ({ get g() { return boom(); } }).g), same(() => Array.from([1], boom)), same(() => new Map([[1, 1]]).forEach(boom)));
console.log(same(() => `${{ toString: boom }}`), same(() => JSON.parse("1", boom)), same(() => [].sort(boom)), same(() => Object.assign({}, { get a() { return boom(); } })));
//= true true true
//= true true true
//= true true none true
