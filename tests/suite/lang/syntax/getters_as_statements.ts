const seen = []; const o = { get x() { seen.push("x"); return { get y() { seen.push("y"); return 1; } }; } };
o.x.y; o.x; void o.x.y; (o.x); o?.x?.y; `${o.x.y}`; [o.x]; ({ a: o.x }); if (o.x) ; for (; o.x.y > 5;) ; switch (o.x.y) {} const { x } = o; const { x: { y } } = o; typeof o.x; o.x === o.x; delete o.x.y; try { o.x.z(); } catch (e) { console.log(e.message); }
console.log(seen.join(""), x.y, y); "use strict"; 5; "string statement"; [1, 2]; (function () { seen.push("!"); })(); +function () { seen.push("?"); }(); new (class { constructor() { seen.push("c"); } })(); console.log(seen.length);
//= o.x.z is not a function
//= xyxxyxxyxyxxxxyxyxxyxxxxx 1 1
//= 29
