let n = 0;
while (n < 3) n++;
do { n--; if (n === 1) continue; } while (n);
for (;;) break;
for (const key in { a: 1 }) console.log(key);
for (n of [1, 2]) { if (n) continue; else break }
for (var i = 0, j = 9; i < j; i++, j--);
block: { if (n) break block; n = 7 }
switch (n) { case 1: case 2: n = 0; break; default: n = 1; case 3: n = 2 }
