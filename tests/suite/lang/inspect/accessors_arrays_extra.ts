// Accessors, extra keys of arrays, holes, long arrays, quotes and symbols as keys.
console.log({ get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v) {} }, [Object.defineProperty({}, "hid", { value: 1 })]);
console.log(Object.assign([1, 2], { k: "v", "-1": 0 }), [, "a", , , "b", ,], Array(101).fill(1).length, [undefined, , null]);
console.log({ "a-b": 1, a_b: 2, 3: 3, "": 4, "ünï": 5, $: 6, "1a": 7, "a b": 8 }, { "it's": "it's" }, ['"', "'", "`", "'\"", "'\"`"]);
console.log(["a\nb", "tab\t", "\u001b", "\\", "\u{1F600}", "\0"], "a\nb", { k: "multi\nline" });
console.log(new Map([["k", new Map([[{ a: 1 }, new Set([[1]])]])]]), new Set([new Set([new Set([new Set()])])]), new Map([[[1, [2, [3, [4]]]], 1]]));
console.log(Array.from({ length: 27 }, (_, i) => i * i), Array.from({ length: 8 }, (_, i) => "w".repeat(i)));
console.log([1.5, -2.25, 1e21, 1e-7, NaN, Infinity], [true, false, null], ["x".repeat(80)], { long: "y".repeat(90), n: 1 });
console.log("%s|%d|%i|%f|%j|%o|%%|%c|%x", "s", "4.5", 4.9, "1.25", { a: 1 }, 7, "css", "rest", { b: 2 });
console.log("%s", { a: { b: { c: 1 } } }, "%s", null, -0, [-0], "%d", "50%", "%");
console.log(new WeakMap(), new WeakSet(), Promise.resolve([1]), new Promise(() => {}), (function* () {})(), new Date(NaN));
//= { a: [Getter/Setter], b: [Getter], c: [Setter] } [ {} ]
//= [ 1, 2, k: 'v', '-1': 0 ] [ <1 empty item>, 'a', <2 empty items>, 'b', <1 empty item> ] 101 [ undefined, <1 empty item>, null ]
//= {
//=   '3': 3,
//=   'a-b': 1,
//=   a_b: 2,
//=   '': 4,
//=   'ünï': 5,
//=   '$': 6,
//=   '1a': 7,
//=   'a b': 8
//= } { "it's": "it's" } [ '"', "'", '`', `'"`, '\'"`' ]
//= [ 'a\nb', 'tab\t', '\x1B', '\\', '😀', '\x00' ] a
//= b { k: 'multi\nline' }
//= Map(1) { 'k' => Map(1) { { a: 1 } => Set(1) { [Array] } } } Set(1) { Set(1) { Set(1) { Set(0) {} } } } Map(1) { [ 1, [ 2, [Array] ] ] => 1 }
//= [
//=     0,   1,   4,   9,  16,  25,  36,
//=    49,  64,  81, 100, 121, 144, 169,
//=   196, 225, 256, 289, 324, 361, 400,
//=   441, 484, 529, 576, 625, 676
//= ] [
//=   '',       'w',
//=   'ww',     'www',
//=   'wwww',   'wwwww',
//=   'wwwwww', 'wwwwwww'
//= ]
//= [ 1.5, -2.25, 1e+21, 1e-7, NaN, Infinity ] [ true, false, null ] [
//=   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
//= ] {
//=   long: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
//=   n: 1
//= }
//= s|4.5|4|1.25|{"a":1}|7|%||%x rest { b: 2 }
//= { a: [Object] } %s null -0 [ -0 ] %d 50% %
//= WeakMap { <items unknown> } WeakSet { <items unknown> } Promise { [ 1 ] } Promise { <pending> } Object [Generator] {} Invalid Date
