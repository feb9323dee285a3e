// What each array method does with holes.
const a = [1, , 3, undefined, , 6];
const seen = [];
a.forEach((v, i) => seen.push(i));
console.log(a, seen, a.length);
console.log(a.map((x) => x), a.filter(() => true), a.indexOf(undefined), a.includes(undefined));
console.log(a.find((x) => x === undefined), a.findIndex((x) => x === undefined), a.findLastIndex((x) => x === undefined));
console.log(a.every((x) => x !== 5), a.some((x) => x === undefined), a.join("-"), Object.keys(a));
console.log([...a], Array.from(a), [...a.keys()], [...a.entries()].length);
console.log(a.slice(0, 3), a.concat([, 9]), [3, , 1, undefined, 2].sort(), [, 1, , 2].reverse());
console.log(a.toSorted(), a.toReversed(), a.with(1, "w"), a.toSpliced(0, 1));
console.log([1, , [2, , 3]].flat(), [1, , 2].flatMap((x) => [x, x]), [, ,].fill(0), [1, , 3].copyWithin(0, 1));
console.log([, 1, , 2].reduce((p, c) => p + c), [, "a", , "b"].reduceRight((p, c) => p + c), a.at(1), a.lastIndexOf(6));
const d = [1, 2, 3];
delete d[1];
d.length = 5;
console.log(d, 1 in d, d.length, JSON.stringify(d), String(d), Array(3), Array.apply(null, Array(2)));
d.push(1);
console.log(d.shift(), d, d.unshift("u"), d, d.splice(1, 3), d);
//= [ 1, <1 empty item>, 3, undefined, <1 empty item>, 6 ] [ 0, 2, 3, 5 ] 6
//= [ 1, <1 empty item>, 3, undefined, <1 empty item>, 6 ] [ 1, 3, undefined, 6 ] 3 true
//= undefined 1 4
//= true true 1--3---6 [ '0', '2', '3', '5' ]
//= [ 1, undefined, 3, undefined, undefined, 6 ] [ 1, undefined, 3, undefined, undefined, 6 ] [ 0, 1, 2, 3, 4, 5 ] 6
//= [ 1, <1 empty item>, 3 ] [
//=   1,
//=   <1 empty item>,
//=   3,
//=   undefined,
//=   <1 empty item>,
//=   6,
//=   <1 empty item>,
//=   9
//= ] [ 1, 2, 3, undefined, <1 empty item> ] [ 2, <1 empty item>, 1, <1 empty item> ]
//= [ 1, 3, 6, undefined, undefined, undefined ] [ 6, undefined, undefined, 3, undefined, 1 ] [ 1, 'w', 3, undefined, undefined, 6 ] [ undefined, 3, undefined, undefined, 6 ]
//= [ 1, 2, 3 ] [ 1, 1, 2, 2 ] [ 0, 0 ] [ <1 empty item>, 3, 3 ]
//= 3 ba undefined 5
//= [ 1, <1 empty item>, 3, <2 empty items> ] false 5 [1,null,3,null,null] 1,,3,, [ <3 empty items> ] [ undefined, undefined ]
//= 1 [ 'u', <1 empty item>, 1 ] 6 [ 'u', <1 empty item>, 1 ] [ <1 empty item>, 3, <1 empty item> ] [ 'u', <1 empty item>, 1 ]
