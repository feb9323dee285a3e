const t = (re, ...ss) => console.log(String(re), ...ss.map((s) => JSON.stringify(re.exec(s))));
t(/a{2,3}?b*/, "aaab", "a");
t(/(a+)+$/, "aaaa");
t(/(?:ab)+|c{0}d?/, "ababx", "d");
t(/(a)|(b)/, "b");
t(/(?=a)\w(?!c)./, "abac");
t(/(?<=\$)\d+/, "cost $42");
t(/(?<!\$)\b\d+/, "cost $42 17");
t(/\bfoo\b/, "a foo.", "food");
t(/[\w.-]+@[\w-]+\.\w{2,}/, "mail me@ex-ample.org now");
t(/^\s*$/, " \t\n");
t(/[\d\-x]+/, "1-x");
t(/[^\n]+/, "\nab\n");
t(/\x41\u0042\cJ?\0?/, "AB");
t(/(?<y>\d{4})-\k<y>/, "2020-2020");
t(/(.)\1/, "abccd");
t(/(a(b)?)+/, "abaab");
t(/(z)((a+)?(b+)?(c))*/, "zaacbbbcac");
t(/[a-z]+/gi, "ABC");
t(/\//, "/");
t(/[\]]/, "]");
t(/a|ab/, "abc");
t(/((a)|(ab))((c)|(bc))/, "abc");
t(/()/, "x");
t(/$^/, "");
t(/[]/, "a");
t(/[^]/, "\n");
t(/\w+\s\w+(?:\s|$)/, "John Smith Jr");
t(/(?:)/, "q");
t(/\p{Lu}\p{L}*/u, "été Été");
t(/[\p{Script=Greek}\d]+/u, "abγδ1");
t(/\P{ASCII}/u, "aé");
t(/\p{Emoji_Presentation}/u, "x😀");
t(/(?:a|b)*?c/, "abac");
t(/(?=(a+))a*b\1/, "baaabac");
t(/(.*?)a(?!(a+)b\2c)\2(.*)/, "baaabaac");
t(/\d{3}|[a-z]{4}/, "2, abc and 234defg");
t(/a\sb/, "a\u00a0b");
t(/ſ/i, "S");
t(/ſ/iu, "S");
t(/[A-Z]/i, "ß");
t(/^(?:\+|-)?\d+(?:\.\d+)?$/, "-12.5", "1.");
t(/(?<a>.)(?<b>.)?/, "x");
//= /a{2,3}?b*/ ["aa"] null
//= /(a+)+$/ ["aaaa","aaaa"]
//= /(?:ab)+|c{0}d?/ ["abab"] ["d"]
//= /(a)|(b)/ ["b",null,"b"]
//= /(?=a)\w(?!c)./ ["ab"]
//= /(?<=\$)\d+/ ["42"]
//= /(?<!\$)\b\d+/ ["17"]
//= /\bfoo\b/ ["foo"] null
//= /[\w.-]+@[\w-]+\.\w{2,}/ ["me@ex-ample.org"]
//= /^\s*$/ [" \t\n"]
//= /[\d\-x]+/ ["1-x"]
//= /[^\n]+/ ["ab"]
//= /\x41\u0042\cJ?\0?/ ["AB"]
//= /(?<y>\d{4})-\k<y>/ ["2020-2020","2020"]
//= /(.)\1/ ["cc","c"]
//= /(a(b)?)+/ ["abaab","ab","b"]
//= /(z)((a+)?(b+)?(c))*/ ["zaacbbbcac","z","ac","a",null,"c"]
//= /[a-z]+/gi ["ABC"]
//= /\// ["/"]
//= /[\]]/ ["]"]
//= /a|ab/ ["a"]
//= /((a)|(ab))((c)|(bc))/ ["abc","a","a",null,"bc",null,"bc"]
//= /()/ ["",""]
//= /$^/ [""]
//= /[]/ null
//= /[^]/ ["\n"]
//= /\w+\s\w+(?:\s|$)/ ["John Smith "]
//= /(?:)/ [""]
//= /\p{Lu}\p{L}*/u ["Été"]
//= /[\p{Script=Greek}\d]+/u ["γδ1"]
//= /\P{ASCII}/u ["é"]
//= /\p{Emoji_Presentation}/u ["😀"]
//= /(?:a|b)*?c/ ["abac"]
//= /(?=(a+))a*b\1/ ["aba","a"]
//= /(.*?)a(?!(a+)b\2c)\2(.*)/ ["baaabaac","ba",null,"abaac"]
//= /\d{3}|[a-z]{4}/ ["234"]
//= /a\sb/ ["a b"]
//= /ſ/i null
//= /ſ/iu ["S"]
//= /[A-Z]/i null
//= /^(?:\+|-)?\d+(?:\.\d+)?$/ ["-12.5"] null
//= /(?<a>.)(?<b>.)?/ ["x","x",null]
