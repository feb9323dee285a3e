console.log(1 == "1", null == undefined, null == 0, "" == 0, [] == "", [1] == 1, NaN != NaN, true == 1, "a" == "a");
console.log(1 === "1", [] === [], null === null);
console.log(!!"", !!"0", !!0, !![], !!NaN, !!null);
console.log(1 < 2 < 3, 3 > 2 > 1, "a" > "B", null >= 0, undefined == 0);
console.log([] + [], [] + {}, 1 + null, 1 + undefined, "5" + 3, true + true);
console.log(typeof 1, typeof "", typeof undefined, typeof {}, typeof function () {});
console.log(void 0, (1, 2), !0 + 1);
console.log(Boolean([]), Number("  12 "), String(123), Number([5]), Number(["a"]));
//= true true false true true true true true true
//= false false true
//= false true false true false false
//= true false true true false
//=  [object Object] 1 NaN 53 2
//= number string undefined object function
//= undefined 2 2
//= true 12 123 5 NaN
