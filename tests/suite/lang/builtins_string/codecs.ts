const b64 = {
  abc: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
  enc(s) {
    let out = "";
    const b = [...s].map((c) => c.charCodeAt(0));
    for (let i = 0; i < b.length; i += 3) {
      const n = (b[i] << 16) | ((b[i + 1] ?? 0) << 8) | (b[i + 2] ?? 0);
      out +=
        this.abc[n >> 18] +
        this.abc[(n >> 12) & 63] +
        (i + 1 < b.length ? this.abc[(n >> 6) & 63] : "=") +
        (i + 2 < b.length ? this.abc[n & 63] : "=");
    }
    return out;
  },
  dec(s) {
    let bits = "";
    for (const c of s.replace(/=+$/, "")) bits += this.abc.indexOf(c).toString(2).padStart(6, "0");
    return bits
      .match(/.{8}/g)
      .map((x) => String.fromCharCode(parseInt(x, 2)))
      .join("");
  },
};
for (const s of ["", "f", "fo", "foo", "hello world"].slice(1)) console.log(b64.enc(s), b64.dec(b64.enc(s)) === s);
const rle = (s) => s.replace(/(.)\1*/g, (m, c) => (m.length > 1 ? m.length : "") + c),
  unrle = (s) => s.replace(/(\d+)(.)/g, (_, n, c) => c.repeat(n));
console.log(rle("aaabccd"), unrle(rle("aaabccd")));
const vigenere = (s, k, d = 1) =>
  [...s]
    .map((c, i) => String.fromCharCode(((c.charCodeAt(0) - 97 + d * (k.charCodeAt(i % k.length) - 97) + 26) % 26) + 97))
    .join("");
console.log(vigenere("attack", "lemon"), vigenere(vigenere("attack", "lemon"), "lemon", -1));
const utf8 = (s) =>
  [...encodeURIComponent(s).matchAll(/%(..)|(.)/g)].map(([, h, c]) => (h ? parseInt(h, 16) : c.charCodeAt(0)));
console.log(
  utf8("aé😀"),
  decodeURIComponent(
    utf8("é😀")
      .map((b) => "%" + b.toString(16))
      .join(""),
  ),
  [..."😀"].map((c) => c.codePointAt(0).toString(16)),
  "\u{1F600}" === "\ud83d\ude00",
);
const morse = { a: ".-", b: "-...", s: "...", o: "---" };
console.log([..."sos"].map((c) => morse[c]).join(" "));
const lzw = (s) => {
  const d = new Map(),
    out = [];
  let w = "";
  for (const c of s) {
    if (w && !d.has(w + c)) {
      out.push(w.length > 1 ? d.get(w) : w);
      d.set(w + c, d.size + 256);
      w = c;
    } else w += c;
  }
  out.push(w.length > 1 ? d.get(w) : w);
  return out;
};
console.log(lzw("abababab"));
//= Zg== true
//= Zm8= true
//= Zm9v true
//= aGVsbG8gd29ybGQ= true
//= 3ab2cd aaabccd
//= lxfopv attack
//= [
//=    97, 195, 169,
//=   240, 159, 152,
//=   128
//= ] é😀 [ '1f600' ] true
//= ... --- ...
//= [ 'a', 'b', 256, 258, 'b' ]
