function early() { return later + register() }
console.log(typeof early);
let later = 1;
const safe = () => later;
const register = () => { { x; let x = 1 } { let y = 1; y = 2; return y } };
switch (later) { case 0: let s = 1; break; default: s = 2 }
let self = () => self;
function assign() { late = 1 }
let late = 0;
