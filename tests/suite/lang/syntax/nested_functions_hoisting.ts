console.log(a(), typeof b, (() => typeof c)());
function a() { return d() + 1; function d() { return e; } var e; }
var b = 1; let c_ = 2; function c() { return "c"; }
{ function inBlock() { return "block"; } console.log(inBlock()); { function inBlock() { return "inner"; } console.log(inBlock()); } console.log(inBlock()); }
function outer() { return inner(); function inner() { return typeof later; } var later = 1; } console.log(outer());
if (true) { function cond() { return "cond"; } console.log(cond()); } try { cond; } catch (e) { console.log(e.name); }
switch (1) { case 0: function inSwitch() { return "sw"; } case 1: console.log(inSwitch()); } for (const x of [1]) { function perLoop() { return x; } console.log(perLoop()); }
var v = "outer"; (function () { console.log(v); var v = "inner"; console.log(v); })(); (() => { try { console.log(l); } catch (e) { console.log(e.message); } let l = 1; })(); const twice = function self(n) { return n ? self(n - 1) + 1 : 0; }; console.log(twice(3), typeof self_); var self_;
//= NaN undefined function
//= block
//= inner
//= block
//= undefined
//= cond
//= ReferenceError
//= sw
//= 1
//= undefined
//= inner
//= Cannot access 'l' before initialization
//= 3 undefined
