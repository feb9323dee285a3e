const nums = [
  0,
  -0,
  1,
  -1,
  0.5,
  1.005,
  1.045,
  2.5,
  1234.5678,
  -1234.5678,
  999.995,
  1234567.891,
  0.000123,
  1e21,
  123456789012345680,
  NaN,
  Infinity,
  -Infinity,
  0.256,
  999999,
  1500,
  15000,
  1.25e9,
  99.95,
];
const opts = [
  undefined,
  {},
  { maximumFractionDigits: 2 },
  { minimumFractionDigits: 2 },
  { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  { maximumFractionDigits: 0 },
  { style: "percent" },
  { style: "percent", maximumFractionDigits: 1 },
  { style: "currency", currency: "USD" },
  { style: "currency", currency: "EUR", minimumFractionDigits: 0 },
  { style: "currency", currency: "jpy" },
  { style: "currency", currency: "CHF" },
  { style: "currency", currency: "USD", maximumFractionDigits: 0 },
  { style: "currency", currency: "USD", currencyDisplay: "code" },
  { minimumIntegerDigits: 2 },
  { minimumIntegerDigits: 8 },
  { useGrouping: false },
  { maximumSignificantDigits: 3 },
  { minimumSignificantDigits: 4 },
  { minimumSignificantDigits: 2, maximumSignificantDigits: 4 },
  { notation: "compact" },
  { notation: "compact", compactDisplay: "short", maximumFractionDigits: 1 },
  { signDisplay: "always" },
  { signDisplay: "exceptZero" },
  { signDisplay: "never" },
  { style: "decimal", useGrouping: true },
  { notation: "compact", style: "currency", currency: "USD" },
  { notation: "compact", compactDisplay: "long" },
  { notation: "compact", maximumSignificantDigits: 3 },
  { signDisplay: "negative" },
  { style: "unit", unit: "byte" }.x,
];
for (const o of opts) console.log(JSON.stringify(o), nums.map((n) => n.toLocaleString("en-US", o)).join(" | "));
const bad = [
  { style: "currency" },
  { style: "nope" },
  { maximumFractionDigits: 101 },
  { minimumFractionDigits: 5, maximumFractionDigits: 2 },
  { style: "currency", currency: "US" },
  { minimumIntegerDigits: 0 },
  { notation: "x" },
  { maximumFractionDigits: "abc" },
  { maximumSignificantDigits: 0 },
];
for (const o of bad)
  try {
    console.log((1).toLocaleString("en-US", o));
  } catch (e) {
    console.log(`${e}`);
  }
console.log(
  (5).toLocaleString(["en-US"]),
  (5.123).toLocaleString("en", { maximumFractionDigits: "1" }),
  [1234.5, 0.5].toLocaleString(),
);
try {
  (1).toLocaleString("en-US", null);
} catch (e) {
  console.log(`${e}`);
}
console.log((1.5).toLocaleString("en-US", 5));
//= undefined 0 | -0 | 1 | -1 | 0.5 | 1.005 | 1.045 | 2.5 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {} 0 | -0 | 1 | -1 | 0.5 | 1.005 | 1.045 | 2.5 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"maximumFractionDigits":2} 0 | -0 | 1 | -1 | 0.5 | 1.01 | 1.05 | 2.5 | 1,234.57 | -1,234.57 | 1,000 | 1,234,567.89 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.26 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"minimumFractionDigits":2} 0.00 | -0.00 | 1.00 | -1.00 | 0.50 | 1.005 | 1.045 | 2.50 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 0.00 | 1,000,000,000,000,000,000,000.00 | 123,456,789,012,345,680.00 | NaN | ∞ | -∞ | 0.256 | 999,999.00 | 1,500.00 | 15,000.00 | 1,250,000,000.00 | 99.95
//= {"minimumFractionDigits":2,"maximumFractionDigits":2} 0.00 | -0.00 | 1.00 | -1.00 | 0.50 | 1.01 | 1.05 | 2.50 | 1,234.57 | -1,234.57 | 1,000.00 | 1,234,567.89 | 0.00 | 1,000,000,000,000,000,000,000.00 | 123,456,789,012,345,680.00 | NaN | ∞ | -∞ | 0.26 | 999,999.00 | 1,500.00 | 15,000.00 | 1,250,000,000.00 | 99.95
//= {"maximumFractionDigits":0} 0 | -0 | 1 | -1 | 1 | 1 | 1 | 3 | 1,235 | -1,235 | 1,000 | 1,234,568 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 100
//= {"style":"percent"} 0% | -0% | 100% | -100% | 50% | 101% | 105% | 250% | 123,457% | -123,457% | 100,000% | 123,456,789% | 0% | 100,000,000,000,000,000,000,000% | 12,345,678,901,234,568,000% | NaN% | ∞% | -∞% | 26% | 99,999,900% | 150,000% | 1,500,000% | 125,000,000,000% | 9,995%
//= {"style":"percent","maximumFractionDigits":1} 0% | -0% | 100% | -100% | 50% | 100.5% | 104.5% | 250% | 123,456.8% | -123,456.8% | 99,999.5% | 123,456,789.1% | 0% | 100,000,000,000,000,000,000,000% | 12,345,678,901,234,568,000% | NaN% | ∞% | -∞% | 25.6% | 99,999,900% | 150,000% | 1,500,000% | 125,000,000,000% | 9,995%
//= {"style":"currency","currency":"USD"} $0.00 | -$0.00 | $1.00 | -$1.00 | $0.50 | $1.01 | $1.05 | $2.50 | $1,234.57 | -$1,234.57 | $1,000.00 | $1,234,567.89 | $0.00 | $1,000,000,000,000,000,000,000.00 | $123,456,789,012,345,680.00 | $NaN | $∞ | -$∞ | $0.26 | $999,999.00 | $1,500.00 | $15,000.00 | $1,250,000,000.00 | $99.95
//= {"style":"currency","currency":"EUR","minimumFractionDigits":0} €0 | -€0 | €1 | -€1 | €0.5 | €1.01 | €1.05 | €2.5 | €1,234.57 | -€1,234.57 | €1,000 | €1,234,567.89 | €0 | €1,000,000,000,000,000,000,000 | €123,456,789,012,345,680 | €NaN | €∞ | -€∞ | €0.26 | €999,999 | €1,500 | €15,000 | €1,250,000,000 | €99.95
//= {"style":"currency","currency":"jpy"} ¥0 | -¥0 | ¥1 | -¥1 | ¥1 | ¥1 | ¥1 | ¥3 | ¥1,235 | -¥1,235 | ¥1,000 | ¥1,234,568 | ¥0 | ¥1,000,000,000,000,000,000,000 | ¥123,456,789,012,345,680 | ¥NaN | ¥∞ | -¥∞ | ¥0 | ¥999,999 | ¥1,500 | ¥15,000 | ¥1,250,000,000 | ¥100
//= {"style":"currency","currency":"CHF"} CHF 0.00 | -CHF 0.00 | CHF 1.00 | -CHF 1.00 | CHF 0.50 | CHF 1.01 | CHF 1.05 | CHF 2.50 | CHF 1,234.57 | -CHF 1,234.57 | CHF 1,000.00 | CHF 1,234,567.89 | CHF 0.00 | CHF 1,000,000,000,000,000,000,000.00 | CHF 123,456,789,012,345,680.00 | CHFNaN | CHF∞ | -CHF∞ | CHF 0.26 | CHF 999,999.00 | CHF 1,500.00 | CHF 15,000.00 | CHF 1,250,000,000.00 | CHF 99.95
//= {"style":"currency","currency":"USD","maximumFractionDigits":0} $0 | -$0 | $1 | -$1 | $1 | $1 | $1 | $3 | $1,235 | -$1,235 | $1,000 | $1,234,568 | $0 | $1,000,000,000,000,000,000,000 | $123,456,789,012,345,680 | $NaN | $∞ | -$∞ | $0 | $999,999 | $1,500 | $15,000 | $1,250,000,000 | $100
//= {"style":"currency","currency":"USD","currencyDisplay":"code"} USD 0.00 | -USD 0.00 | USD 1.00 | -USD 1.00 | USD 0.50 | USD 1.01 | USD 1.05 | USD 2.50 | USD 1,234.57 | -USD 1,234.57 | USD 1,000.00 | USD 1,234,567.89 | USD 0.00 | USD 1,000,000,000,000,000,000,000.00 | USD 123,456,789,012,345,680.00 | USDNaN | USD∞ | -USD∞ | USD 0.26 | USD 999,999.00 | USD 1,500.00 | USD 15,000.00 | USD 1,250,000,000.00 | USD 99.95
//= {"minimumIntegerDigits":2} 00 | -00 | 01 | -01 | 00.5 | 01.005 | 01.045 | 02.5 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 00 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 00.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"minimumIntegerDigits":8} 00,000,000 | -00,000,000 | 00,000,001 | -00,000,001 | 00,000,000.5 | 00,000,001.005 | 00,000,001.045 | 00,000,002.5 | 00,001,234.568 | -00,001,234.568 | 00,000,999.995 | 01,234,567.891 | 00,000,000 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 00,000,000.256 | 00,999,999 | 00,001,500 | 00,015,000 | 1,250,000,000 | 00,000,099.95
//= {"useGrouping":false} 0 | -0 | 1 | -1 | 0.5 | 1.005 | 1.045 | 2.5 | 1234.568 | -1234.568 | 999.995 | 1234567.891 | 0 | 1000000000000000000000 | 123456789012345680 | NaN | ∞ | -∞ | 0.256 | 999999 | 1500 | 15000 | 1250000000 | 99.95
//= {"maximumSignificantDigits":3} 0 | -0 | 1 | -1 | 0.5 | 1.01 | 1.05 | 2.5 | 1,230 | -1,230 | 1,000 | 1,230,000 | 0.000123 | 1,000,000,000,000,000,000,000 | 123,000,000,000,000,000 | NaN | ∞ | -∞ | 0.256 | 1,000,000 | 1,500 | 15,000 | 1,250,000,000 | 100
//= {"minimumSignificantDigits":4} 0.000 | -0.000 | 1.000 | -1.000 | 0.5000 | 1.005 | 1.045 | 2.500 | 1,234.5678 | -1,234.5678 | 999.995 | 1,234,567.891 | 0.0001230 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.2560 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"minimumSignificantDigits":2,"maximumSignificantDigits":4} 0.0 | -0.0 | 1.0 | -1.0 | 0.50 | 1.005 | 1.045 | 2.5 | 1,235 | -1,235 | 1,000 | 1,235,000 | 0.000123 | 1,000,000,000,000,000,000,000 | 123,500,000,000,000,000 | NaN | ∞ | -∞ | 0.256 | 1,000,000 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"notation":"compact"} 0 | -0 | 1 | -1 | 0.5 | 1 | 1 | 2.5 | 1.2K | -1.2K | 1K | 1.2M | 0.00012 | 1,000,000,000T | 123,457T | NaN | ∞ | -∞ | 0.26 | 1M | 1.5K | 15K | 1.3B | 100
//= {"notation":"compact","compactDisplay":"short","maximumFractionDigits":1} 0 | -0 | 1 | -1 | 0.5 | 1 | 1 | 2.5 | 1.2K | -1.2K | 1K | 1.2M | 0 | 1,000,000,000T | 123,456.8T | NaN | ∞ | -∞ | 0.3 | 1M | 1.5K | 15K | 1.3B | 100
//= {"signDisplay":"always"} +0 | -0 | +1 | -1 | +0.5 | +1.005 | +1.045 | +2.5 | +1,234.568 | -1,234.568 | +999.995 | +1,234,567.891 | +0 | +1,000,000,000,000,000,000,000 | +123,456,789,012,345,680 | +NaN | +∞ | -∞ | +0.256 | +999,999 | +1,500 | +15,000 | +1,250,000,000 | +99.95
//= {"signDisplay":"exceptZero"} 0 | 0 | +1 | -1 | +0.5 | +1.005 | +1.045 | +2.5 | +1,234.568 | -1,234.568 | +999.995 | +1,234,567.891 | 0 | +1,000,000,000,000,000,000,000 | +123,456,789,012,345,680 | NaN | +∞ | -∞ | +0.256 | +999,999 | +1,500 | +15,000 | +1,250,000,000 | +99.95
//= {"signDisplay":"never"} 0 | 0 | 1 | 1 | 0.5 | 1.005 | 1.045 | 2.5 | 1,234.568 | 1,234.568 | 999.995 | 1,234,567.891 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | ∞ | 0.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"style":"decimal","useGrouping":true} 0 | -0 | 1 | -1 | 0.5 | 1.005 | 1.045 | 2.5 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= {"notation":"compact","style":"currency","currency":"USD"} $0 | -$0 | $1 | -$1 | $0.5 | $1 | $1 | $2.5 | $1.2K | -$1.2K | $1K | $1.2M | $0.00012 | $1,000,000,000T | $123,457T | $NaN | $∞ | -$∞ | $0.26 | $1M | $1.5K | $15K | $1.3B | $100
//= {"notation":"compact","compactDisplay":"long"} 0 | -0 | 1 | -1 | 0.5 | 1 | 1 | 2.5 | 1.2 thousand | -1.2 thousand | 1 thousand | 1.2 million | 0.00012 | 1,000,000,000 trillion | 123,457 trillion | NaN | ∞ | -∞ | 0.26 | 1 million | 1.5 thousand | 15 thousand | 1.3 billion | 100
//= {"notation":"compact","maximumSignificantDigits":3} 0 | -0 | 1 | -1 | 0.5 | 1.01 | 1.05 | 2.5 | 1.23K | -1.23K | 1K | 1.23M | 0.000123 | 1,000,000,000T | 123,000T | NaN | ∞ | -∞ | 0.256 | 1M | 1.5K | 15K | 1.25B | 100
//= {"signDisplay":"negative"} 0 | 0 | 1 | -1 | 0.5 | 1.005 | 1.045 | 2.5 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= undefined 0 | -0 | 1 | -1 | 0.5 | 1.005 | 1.045 | 2.5 | 1,234.568 | -1,234.568 | 999.995 | 1,234,567.891 | 0 | 1,000,000,000,000,000,000,000 | 123,456,789,012,345,680 | NaN | ∞ | -∞ | 0.256 | 999,999 | 1,500 | 15,000 | 1,250,000,000 | 99.95
//= TypeError: Currency code is required with currency style.
//= RangeError: Value nope out of range for Number.prototype.toLocaleString options property style
//= RangeError: maximumFractionDigits value is out of range.
//= RangeError: maximumFractionDigits value is out of range.
//= RangeError: Invalid currency code : US
//= RangeError: minimumIntegerDigits value is out of range.
//= RangeError: Value x out of range for Number.prototype.toLocaleString options property notation
//= RangeError: maximumFractionDigits value is out of range.
//= RangeError: maximumSignificantDigits value is out of range.
//= 5 5.1 1,234.5,0.5
//= TypeError: Number.prototype.toLocaleString called on null or undefined
//= 1.5
