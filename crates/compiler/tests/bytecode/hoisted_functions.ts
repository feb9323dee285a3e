let counter = 0;
function safe() { return counter + alsoSafe() }
function alsoSafe() { return counter > 5 ? safe() : 0 }
function unsafe() { return late + viaUnsafe() }
function viaUnsafe() { return late }
const callback = () => unsafe();
callback();
let late = 1;
spawn(safe);
